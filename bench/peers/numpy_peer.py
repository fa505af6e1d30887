"""NumPy with BLAS from SciPy: DIRECTORY NEURON PRECISION SECONDS. One matrix-vector product and one rank-one update in
place per step, which read the weights twice and write them once; everything else in preallocated vectors."""
import ctypes
import sys

import numpy as np
from scipy.linalg import blas

from contest import STEP_SIZE, Cell, contest

directory, neuron, precision, seconds = sys.argv[1:5]
cell = Cell(directory, neuron, precision)
weights, a = cell.weights, cell.amplitudes
update = blas.dger if precision == "double" else blas.sger
u = np.empty(cell.particles, cell.type)
value = np.empty_like(u)
slope = np.empty_like(u)
inside = np.empty(cell.particles, bool)


def ramp():
    np.clip(u, 0.5, 1.5, out=value)
    np.equal(value, u, out=inside)
    np.multiply(value, 10, out=value)
    np.subtract(value, 7.5, out=value)
    np.multiply(inside, cell.type(10), out=slope)


def tanh():
    np.tanh(u, out=value)
    np.multiply(value, value, out=slope)
    np.subtract(1, slope, out=slope)


def relu():
    np.maximum(u, 0, out=value)
    np.greater(u, 0, out=inside)
    np.copyto(slope, inside)


activate = {"ramp": ramp, "tanh": tanh, "relu": relu}[neuron]


def step(x, y):
    np.dot(weights, x, out=u)
    activate()
    trained = neuron == "relu"
    residual = y - float(np.dot(a, value) if trained else value.sum()) / cell.particles
    gain = 2 * STEP_SIZE * residual
    if trained:
        np.multiply(slope, a, out=slope)
        np.multiply(value, cell.type(gain), out=value)
        np.add(a, value, out=a)
    # W + gain q xᵀ; BLAS sees Wᵀ, column by column, and writes it in place
    update(gain, x, slope, a=weights.T, overwrite_x=False, overwrite_y=False, overwrite_a=True)
    return residual


def kernel():
    """Which of OpenBLAS's kernels runs here."""
    try:
        library = ctypes.CDLL("libopenblas.so.0")
        library.openblas_get_corename.restype = ctypes.c_char_p
        return "OpenBLAS " + library.openblas_get_corename().decode()
    except OSError:
        return "no OpenBLAS"


contest(cell, step, float(seconds), kernel())
