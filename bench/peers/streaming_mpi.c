/* The same with processes: DIRECTORY NEURON SECONDS. One all-reduce of two numbers per step, of which the second says
   whether rank 0 wants to go on. */
#include "contest.h"
#include <mpi.h>
#include <stdio.h>
#include <stdlib.h>

int main(int count, char **arguments) {
    MPI_Init(&count, &arguments);
    if (count != 4) return fprintf(stderr, "DIRECTORY NEURON SECONDS\n"), 2;
    const char *directory = arguments[1];
    int rank, ranks;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &ranks);
    long particles = particles_in(directory);
    samples data = samples_read(directory);
    long first = particles / LANES * rank / ranks * LANES;
    long end = rank == ranks - 1 ? particles : particles / LANES * (rank + 1) / ranks * LANES;
    share mine = share_read(directory, neuron_named(arguments[2]), first, end - first);
    static stopwatch watch;
    watch.limit = atof(arguments[3]);
    double gain = 0, sums[2] = { 0, 0 };
    MPI_Barrier(MPI_COMM_WORLD);
    for (long k = 0; sums[1] == 0; k++) {
        const REAL *z = data.inputs + k % data.count * data.dimension;
        const REAL *x = k == 0 ? z : data.inputs + (k - 1) % data.count * data.dimension;
        sums[0] = share_step(&mine, gain, x, z);
        MPI_Allreduce(MPI_IN_PLACE, sums, 2, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD);
        if (sums[1] != 0) break;
        double residual = data.targets[k % data.count] - sums[0] / (double)particles;
        gain = 2 * STEP_SIZE * residual;
        if (rank == 0 && !stopwatch_goes_on(&watch, residual)) sums[1] = 1;
        if (rank == 0 && sums[1] != 0) {
            /* the others learn it from the next sum */
            MPI_Allreduce(MPI_IN_PLACE, sums, 2, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD);
        }
    }
    long peak = peak_bytes(), all = 0;
    MPI_Reduce(&peak, &all, 1, MPI_LONG, MPI_SUM, 0, MPI_COMM_WORLD);
    if (rank == 0) stopwatch_print(&watch, all);
    MPI_Finalize();
    return 0;
}
