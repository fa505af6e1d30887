#include "cell.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

static void *allocate(size_t bytes) {
    size_t rounded = (bytes + 63) / 64 * 64 + 64;
    void *memory = aligned_alloc(64, rounded);
    if (!memory) { fprintf(stderr, "no memory for %zu bytes\n", bytes); exit(1); }
    memset(memory, 0, rounded);
    return memory;
}

/* Opens an .npy file of doubles in C order; leaves it at its first number. */
static FILE *npy_open(const char *directory, const char *name, long *rows, long *columns) {
    char path[4096], header[65536];
    snprintf(path, sizeof path, "%s/%s", directory, name);
    FILE *file = fopen(path, "rb");
    unsigned char start[10];
    if (!file || fread(start, 1, 10, file) != 10) { perror(path); exit(1); }
    size_t length = start[8] | (size_t)start[9] << 8;
    if (start[6] != 1 || fread(header, 1, length, file) != length || !strstr(header, "<f8")) {
        fprintf(stderr, "%s: not the .npy that was expected\n", path);
        exit(1);
    }
    header[length] = 0;
    *rows = *columns = 1;
    sscanf(strchr(strstr(header, "shape"), '('), "(%ld, %ld", rows, columns);
    return file;
}

static void read_row(FILE *file, double *row, long count) {
    if (fread(row, sizeof(double), (size_t)count, file) != (size_t)count) { perror("short file"); exit(1); }
}

long particles_in(const char *directory) {
    long rows, columns;
    fclose(npy_open(directory, "particles.npy", &rows, &columns));
    return rows;
}

enum neuron neuron_named(const char *name) {
    return strcmp(name, "ramp") == 0 ? RAMP : strcmp(name, "tanh") == 0 ? TANH : RELU;
}

share share_read(const char *directory, enum neuron neuron, long first, long count) {
    long rows, columns;
    FILE *file = npy_open(directory, "particles.npy", &rows, &columns);
    share s = { .particles = count, .groups = (count + LANES - 1) / LANES, .neuron = neuron };
    s.trained = neuron == RELU;
    s.dimension = (int)columns - s.trained;
    size_t padded = (size_t)s.groups * LANES;
    s.w = allocate(padded * (size_t)s.dimension * sizeof(REAL));
    s.a = allocate(padded * sizeof(REAL)); /* 0 for the padding, which adds nothing */
    s.value = allocate(padded * sizeof(REAL));
    s.slope = allocate(padded * sizeof(REAL));
    double *row = malloc((size_t)columns * sizeof(double));
    fseek(file, first * columns * (long)sizeof(double), SEEK_CUR);
    for (long i = 0; i < count; i++) {
        read_row(file, row, columns);
        REAL *group = s.w + i / LANES * LANES * s.dimension + i % LANES;
        for (int c = 0; c < s.dimension; c++) group[c * LANES] = (REAL)row[c];
        s.a[i] = s.trained ? (REAL)row[s.dimension] : 1;
    }
    free(row);
    fclose(file);
    return s;
}

samples samples_read(const char *directory) {
    long rows, columns, one;
    FILE *file = npy_open(directory, "inputs.npy", &rows, &columns);
    samples s = { .count = rows, .dimension = (int)columns };
    s.inputs = allocate((size_t)(rows * columns) * sizeof(REAL));
    s.targets = allocate((size_t)rows * sizeof(double));
    double *row = malloc((size_t)columns * sizeof(double));
    for (long k = 0; k < rows; k++) {
        read_row(file, row, columns);
        for (long c = 0; c < columns; c++) s.inputs[k * columns + c] = (REAL)row[c];
    }
    free(row);
    fclose(file);
    file = npy_open(directory, "targets.npy", &rows, &one);
    read_row(file, s.targets, rows);
    fclose(file);
    return s;
}

double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

double processor_seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

long peak_bytes(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss * 1024;
}
