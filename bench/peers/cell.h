/* A cell of the comparison: particles, samples, and one step of the streaming kernel. REAL is double or float. */
#ifndef CELL_H
#define CELL_H
#include <stddef.h>

#ifndef REAL
#define REAL double
#endif
#define LANES ((int)(128 / sizeof(REAL))) /* a row of a group is 128 bytes */

enum neuron { RAMP, TANH, RELU };

/* Groups of LANES particles, d rows each: w; beside them a, and σ and σ' of the last step. */
typedef struct {
    long particles, groups;
    int dimension, trained;
    enum neuron neuron;
    REAL *w, *a, *value, *slope;
} share;

typedef struct {
    long count;
    int dimension;
    REAL *inputs;
    double *targets;
} samples;

/* Particles first … first + count − 1 of DIRECTORY/particles.npy, in memory of the caller's own. */
share share_read(const char *directory, enum neuron neuron, long first, long count);
samples samples_read(const char *directory);
long particles_in(const char *directory);
enum neuron neuron_named(const char *name);

/* Moves every particle by gain · (gradient at the last step's sample x), finds u at the next sample z, and returns
   Σ a σ(u): one read and one write of the weights. A gain of 0 leaves them as they are. */
double share_step(share *s, double gain, const REAL *x, const REAL *z);

double now(void);
double processor_seconds(void);
long peak_bytes(void);
#endif
