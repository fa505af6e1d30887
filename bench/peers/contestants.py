"""Who takes part, and the command that runs each: all in the same clean environment."""
import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
CORES = len(os.sched_getaffinity(0))
# below this many numbers a second core may well cost more than it brings: both are tried, the better one counts
BOTH_BELOW = 4_000_000


@dataclass(frozen=True)
class Place:
    """Where the programs and the files of the cell are."""
    build: Path
    program: Path
    files: Path


@dataclass(frozen=True)
class Contestant:
    name: str
    threads: int
    command: callable

    @property
    def label(self):
        return f"{self.name}, {self.threads} {'core' if self.threads == 1 else 'cores'}"


def environment(threads):
    # nothing inherited: settings for one program's BLAS or OpenMP have slowed others down before
    kept = {name: os.environ[name] for name in ("HOME", "DOTNET_ROOT") if name in os.environ}
    return kept | {
        "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "LANG": "C.UTF-8",
        "OMP_NUM_THREADS": str(threads),
        "OPENBLAS_NUM_THREADS": str(threads),
        "OMPI_ALLOW_RUN_AS_ROOT": "1",
        "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1",
    }


def run(command, threads, limit=3600):
    """The JSON line that a contestant prints."""
    answer = subprocess.run(
        [str(part) for part in command], env=environment(threads), cwd=HERE, check=True, timeout=limit,
        stdout=subprocess.PIPE, text=True)
    return json.loads(answer.stdout.strip().splitlines()[-1])


def contestants(cell, place, seconds):
    both = [1, CORES] if cell.numbers < BOTH_BELOW and CORES > 1 else [CORES]
    found = []

    def add(name, command, threads=both):
        found.extend(Contestant(name, count, command) for count in threads)

    add("MeanField", lambda t: [
        "dotnet", place.program, "contest", cell.particles, cell.dimension, cell.neuron, cell.precision, t, seconds])
    add("C + OpenMP", lambda t: [
        place.build / f"streaming-{cell.precision}", place.files, cell.neuron, seconds, t])
    for name, layers in ("C + MPI, shared memory", "vader,self"), ("C + MPI, TCP", "tcp,self"):
        add(name, lambda t, layers=layers: [
            "mpirun", "-np", t, "--oversubscribe", "--mca", "btl", layers,
            place.build / f"streaming-mpi-{cell.precision}", place.files, cell.neuron, seconds], [CORES])
    add("NumPy", lambda t: python("numpy_peer.py", cell, place, seconds))
    add("PyTorch in place", lambda t: [*python("torch_peer.py", cell, place, seconds), t, "inPlace"])
    add("PyTorch autograd", lambda t: [*python("torch_peer.py", cell, place, seconds), t, "autograd"])
    return found


def python(script, cell, place, seconds):
    return ["/usr/bin/python3", "-B", HERE / script, place.files, cell.neuron, cell.precision, seconds]
