/* Fused streaming SGD with OpenMP: DIRECTORY NEURON SECONDS THREADS. Every thread owns its share of the particles and
   meets the others once per step, at a barrier that spins and then yields. */
#include "contest.h"
#include <limits.h>
#include <omp.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct { _Alignas(128) double sum[2]; } place;

static atomic_int arrived, phase;

static void meet(int threads) {
    int mine = atomic_load_explicit(&phase, memory_order_relaxed);
    if (atomic_fetch_add(&arrived, 1) == threads - 1) {
        atomic_store_explicit(&arrived, 0, memory_order_relaxed);
        atomic_store_explicit(&phase, mine + 1, memory_order_release);
        return;
    }
    for (int spin = 0; atomic_load_explicit(&phase, memory_order_acquire) == mine; spin++)
        if (spin < 2000) __builtin_ia32_pause(); else sched_yield();
}

int main(int count, char **arguments) {
    if (count != 5) return fprintf(stderr, "DIRECTORY NEURON SECONDS THREADS\n"), 2;
    const char *directory = arguments[1];
    enum neuron neuron = neuron_named(arguments[2]);
    int threads = atoi(arguments[4]);
    long particles = particles_in(directory);
    samples data = samples_read(directory);
    place places[threads];
    static stopwatch watch;
    watch.limit = atof(arguments[3]);
    atomic_long last = LONG_MAX;

#pragma omp parallel num_threads(threads)
    {
        int t = omp_get_thread_num();
        long first = particles / LANES * t / threads * LANES;
        long end = t == threads - 1 ? particles : particles / LANES * (t + 1) / threads * LANES;
        share mine = share_read(directory, neuron, first, end - first);
        double gain = 0;
        for (long k = 0; ; k++) {
            const REAL *z = data.inputs + k % data.count * data.dimension;
            const REAL *x = k == 0 ? z : data.inputs + (k - 1) % data.count * data.dimension;
            places[t].sum[k % 2] = share_step(&mine, gain, x, z);
            meet(threads);
            if (k == last) break;
            double total = 0;
            for (int other = 0; other < threads; other++) total += places[other].sum[k % 2];
            double residual = data.targets[k % data.count] - total / (double)particles;
            gain = 2 * STEP_SIZE * residual;
            /* all have seen it by the end of the next meeting, and nobody takes it for this one's */
            if (t == 0 && !stopwatch_goes_on(&watch, residual)) last = k + 1;
        }
    }
    stopwatch_print(&watch, peak_bytes());
    return 0;
}
