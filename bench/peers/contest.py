"""What the Python contestants share: the cell, and how long they run."""
import json
import resource
import sys
import time

import numpy as np

STEP_SIZE = 1e-6
MOST_RESIDUALS = 1000
WARM_SECONDS = 0.2
READ_ROWS = 1 << 14


class Cell:
    """Particles and samples of DIRECTORY, converted block by block so that nothing is in memory twice."""

    def __init__(self, directory, neuron, precision):
        self.neuron = neuron
        self.type = np.float64 if precision == "double" else np.float32
        stored = np.load(f"{directory}/particles.npy", mmap_mode="r")
        self.particles = stored.shape[0]
        self.dimension = stored.shape[1] - (neuron == "relu")
        self.weights = np.empty((self.particles, self.dimension), self.type)
        self.amplitudes = np.ones(self.particles, self.type)
        start = stored.offset
        with open(f"{directory}/particles.npy", "rb") as file:
            file.seek(start)
            for first in range(0, self.particles, READ_ROWS):
                rows = min(READ_ROWS, self.particles - first)
                block = np.fromfile(file, np.float64, rows * stored.shape[1]).reshape(rows, -1)
                self.weights[first:first + rows] = block[:, :self.dimension]
                if neuron == "relu":
                    self.amplitudes[first:first + rows] = block[:, self.dimension]
        del stored
        self.inputs = np.load(f"{directory}/inputs.npy").astype(self.type)
        self.targets = np.load(f"{directory}/targets.npy")


def contest(cell, step, seconds, notes=None):
    """Calls step(x, y), which moves everything and returns the residual, until the time is up; prints JSON."""
    samples = [(x, float(y)) for x, y in zip(cell.inputs, cell.targets)]
    residuals, k, timed, started, busy = [], 0, 0, time.perf_counter(), 0.0
    while True:
        residual = float(step(*samples[k % len(samples)]))
        if k < MOST_RESIDUALS:
            residuals.append(residual)
        k += 1
        now = time.perf_counter()
        if timed == 0:
            if k >= 2 and now - started >= WARM_SECONDS:
                timed, started, busy = k, now, time.process_time()
        elif now - started >= seconds and k >= timed + 2:
            break
    json.dump({
        "steps": k - timed,
        "seconds": now - started,
        "processor": time.process_time() - busy,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        "residuals": residuals,
        "notes": notes,
    }, sys.stdout)
    print()
