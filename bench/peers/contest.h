/* How long every contestant runs, and the one line of JSON that it prints. */
#ifndef CONTEST_H
#define CONTEST_H
#include "cell.h"

#define STEP_SIZE 1e-6
#define MOST_RESIDUALS 1000
#define WARM_SECONDS 0.2

/* What one thread or rank asks after each step: whether to go on. All must decide alike, so one decides. */
typedef struct {
    long step, timed, kept;
    double limit, started, busy, seconds, processor;
    double residuals[MOST_RESIDUALS];
} stopwatch;

/* Notes the residual of the step that was done; returns 0 when the time is up. */
int stopwatch_goes_on(stopwatch *w, double residual);
void stopwatch_print(const stopwatch *w, long peak);
#endif
