/* What the machine can do: THREADS KILOBYTES. Prints bytes per second of reading and writing memory in place, and
   multiply-adds per second in registers, double and single. */
#include "cell.h"
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Memory of the given size over all threads, read and written as often as takes some 50 ms; the best of five. */
static double stream(int threads, size_t bytes) {
    double best = 0;
    size_t each = bytes / (size_t)threads / 64 * 8 + 8;
    long repeats = (long)(50e6 / (double)each) + 1;
#pragma omp parallel num_threads(threads)
    {
        double *p = aligned_alloc(64, each * sizeof(double));
        for (size_t i = 0; i < each; i++) p[i] = 1;
        for (int attempt = 0; attempt < 5; attempt++) {
#pragma omp barrier
            double start = now();
            for (long repeat = 0; repeat < repeats; repeat++) {
#pragma omp simd
                for (size_t i = 0; i < each; i++) p[i] *= 1.0000001;
                __asm__ volatile("" : : "r"(p) : "memory");
            }
#pragma omp barrier
#pragma omp master
            {
                double moved = 2.0 * (double)each * threads * sizeof(double) * (double)repeats;
                double rate = moved / (now() - start);
                if (rate > best) best = rate;
            }
        }
        free(p);
    }
    return best;
}

#define CHAINS 16
#define REGISTERS(name, real)                                                                      \
    static double name(int threads) {                                                             \
        const long passes = 3000000;                                                              \
        double best = 0, sink = 0;                                                                \
        for (int attempt = 0; attempt < 5; attempt++) {                                           \
            double start = now();                                                                 \
            _Pragma("omp parallel num_threads(threads) reduction(+:sink)") {                      \
                typedef real vector __attribute__((vector_size(64)));                             \
                vector c[CHAINS], a = { 0 }, b = { 0 };                                           \
                for (int j = 0; j < CHAINS; j++) c[j] = a + (real)j;                              \
                a += (real)0.999999; b += (real)1e-9;                                             \
                for (long i = 0; i < passes; i++)                                                 \
                    for (int j = 0; j < CHAINS; j++) c[j] = c[j] * a + b;                         \
                for (int j = 0; j < CHAINS; j++) sink += (double)c[j][0];                         \
            }                                                                                     \
            double rate = (double)passes * CHAINS * (64 / sizeof(real)) * threads / (now() - start); \
            if (rate > best) best = rate;                                                         \
        }                                                                                         \
        if (sink == 0.5) puts("");                                                                \
        return best;                                                                              \
    }

REGISTERS(doubles, double)
REGISTERS(singles, float)

int main(int count, char **arguments) {
    if (count != 3) return fprintf(stderr, "THREADS KILOBYTES\n"), 2;
    int threads = atoi(arguments[1]);
    printf("{\"bytesPerSecond\":%.4g,\"doubleMultiplyAdds\":%.4g,\"singleMultiplyAdds\":%.4g}\n",
           stream(threads, (size_t)atol(arguments[2]) << 10), doubles(threads), singles(threads));
    return 0;
}
