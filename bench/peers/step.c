/* The streaming step, compiled for speed: -O3 -march=native -ffast-math. Each neuron gets a loop of its own. */
#include "cell.h"
#include <math.h>

#define INLINE static inline __attribute__((always_inline))
#define LANEWISE _Pragma("omp simd")

#define TANH_OF(u) (sizeof(REAL) == 4 ? (REAL)tanhf((float)(u)) : (REAL)tanh((double)(u)))

INLINE void activate(enum neuron neuron, const REAL *u, REAL *value, REAL *slope) {
    LANEWISE for (int l = 0; l < LANES; l++) {
        if (neuron == RAMP) { /* −2.5 up to 0.5, 7.5 from 1.5 on */
            REAL t = u[l] < (REAL)0.5 ? (REAL)0.5 : u[l] > (REAL)1.5 ? (REAL)1.5 : u[l];
            value[l] = (REAL)10 * (t - (REAL)0.5) - (REAL)2.5;
            slope[l] = u[l] > (REAL)0.5 && u[l] <= (REAL)1.5 ? (REAL)10 : 0;
        } else if (neuron == RELU) {
            value[l] = u[l] > 0 ? u[l] : 0;
            slope[l] = u[l] > 0 ? 1 : 0;
        } else {
            REAL t = TANH_OF(u[l]);
            value[l] = t;
            slope[l] = 1 - t * t;
        }
    }
}

INLINE double step_of(share *s, enum neuron neuron, double gain, const REAL *x, const REAL *z) {
    const int d = s->dimension;
    const REAL c = (REAL)gain;
    double total = 0;
    for (long g = 0; g < s->groups; g++) {
        REAL *restrict w = __builtin_assume_aligned(s->w + g * LANES * d, 64);
        REAL *restrict a = __builtin_assume_aligned(s->a + g * LANES, 64);
        REAL *restrict value = __builtin_assume_aligned(s->value + g * LANES, 64);
        REAL *restrict slope = __builtin_assume_aligned(s->slope + g * LANES, 64);
        REAL q[LANES] __attribute__((aligned(64))), u[LANES] __attribute__((aligned(64)));
        LANEWISE for (int l = 0; l < LANES; l++) {
            q[l] = c * a[l] * slope[l];
            u[l] = 0;
            if (neuron == RELU) a[l] += c * value[l];
        }
        for (int i = 0; i < d; i++) {
            LANEWISE for (int l = 0; l < LANES; l++) {
                REAL moved = w[i * LANES + l] + q[l] * x[i];
                w[i * LANES + l] = moved;
                u[l] += moved * z[i];
            }
        }
        activate(neuron, u, value, slope);
        REAL sum = 0;
        _Pragma("omp simd reduction(+:sum)") for (int l = 0; l < LANES; l++) sum += a[l] * value[l];
        total += (double)sum;
    }
    return total;
}

double share_step(share *s, double gain, const REAL *x, const REAL *z) {
    switch (s->neuron) {
    case RAMP: return step_of(s, RAMP, gain, x, z);
    case TANH: return step_of(s, TANH, gain, x, z);
    default: return step_of(s, RELU, gain, x, z);
    }
}
