#include "contest.h"
#include <stdio.h>

int stopwatch_goes_on(stopwatch *w, double residual) {
    if (w->step < MOST_RESIDUALS) w->residuals[w->kept++] = residual;
    w->step++;
    double t = now();
    if (w->step == 1) w->started = t; /* the first step has no update behind it */
    if (w->timed == 0) {
        if (w->step >= 3 && t - w->started >= WARM_SECONDS) {
            w->timed = w->step;
            w->started = t;
            w->busy = processor_seconds();
        }
        return 1;
    }
    w->seconds = t - w->started;
    if (w->seconds < w->limit || w->step < w->timed + 2) return 1;
    w->processor = processor_seconds() - w->busy;
    return 0;
}

void stopwatch_print(const stopwatch *w, long peak) {
    printf("{\"steps\":%ld,\"seconds\":%.9g,\"processor\":%.9g,\"peak\":%ld,\"residuals\":[",
           w->step - w->timed, w->seconds, w->processor, peak);
    for (long k = 0; k < w->kept; k++) printf("%s%.17g", k ? "," : "", w->residuals[k]);
    printf("]}\n");
}
