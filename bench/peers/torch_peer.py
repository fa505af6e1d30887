"""PyTorch: DIRECTORY NEURON PRECISION SECONDS THREADS inPlace|autograd. By hand with in-place kernels, or as most
people write it, with autograd and an optimiser's step."""
import sys

import torch

from contest import STEP_SIZE, Cell, contest

directory, neuron, precision, seconds, threads, style = sys.argv[1:7]
torch.set_num_threads(int(threads))
cell = Cell(directory, neuron, precision)
n = cell.particles
weights = torch.from_numpy(cell.weights)
a = torch.from_numpy(cell.amplitudes)
u = torch.empty(n, dtype=weights.dtype)
value = torch.empty_like(u)
slope = torch.empty_like(u)
trained = neuron == "relu"


def activate():
    if neuron == "ramp":
        torch.clamp(u, 0.5, 1.5, out=value)
        torch.eq(value, u, out=slope)
        value.mul_(10).sub_(7.5)
        slope.mul_(10)
    elif neuron == "tanh":
        torch.tanh(u, out=value)
        torch.mul(value, value, out=slope)
        slope.neg_().add_(1)
    else:
        torch.clamp_min(u, 0, out=value)
        torch.gt(u, 0, out=slope)


def in_place(x, y):
    x = torch.from_numpy(x)
    torch.mv(weights, x, out=u)
    activate()
    residual = y - float(torch.dot(a, value) if trained else value.sum()) / n
    gain = 2 * STEP_SIZE * residual
    if trained:
        slope.mul_(a)
        a.add_(value, alpha=gain)
    weights.addr_(slope, x, alpha=gain)
    return residual


def neurons(u):
    if neuron == "ramp":
        return 10 * torch.clamp(u, 0.5, 1.5) - 7.5
    return torch.tanh(u) if neuron == "tanh" else torch.relu(u)


if style == "autograd":
    weights.requires_grad_()
    a.requires_grad_(trained)
    # dR/dθ_i has the factor 1/N of the mean: SGD of the mean-field scaling takes it back
    optimiser = torch.optim.SGD([weights, a] if trained else [weights], lr=STEP_SIZE * n, foreach=False)


def autograd(x, y):
    x = torch.from_numpy(x)
    outputs = neurons(weights @ x)
    residual = y - (torch.dot(a, outputs) if trained else outputs.sum()) / n
    optimiser.zero_grad(set_to_none=True)
    (residual * residual).backward()
    optimiser.step()
    return residual.detach()


if style == "autograd":
    contest(cell, autograd, float(seconds), f"torch {torch.__version__}")
else:
    with torch.no_grad():
        contest(cell, in_place, float(seconds), f"torch {torch.__version__}")
