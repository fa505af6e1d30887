"""Runs every contestant on every cell, in turn, several times; checks that they agree; writes runs.csv as it goes."""
import argparse
import csv
import itertools
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import report
from contestants import CORES, Place, contestants, run

# residuals are about 1; sums of N numbers in single precision are right to some 1e-5 of that
TOLERANCE = {"double": 1e-9, "single": 2e-3}
FIELDS = ["particles", "dimension", "neuron", "precision", "contestant", "threads", "round",
          "seconds_per_step", "processor_per_step", "peak_bytes", "difference", "notes"]


@dataclass(frozen=True)
class Cell:
    particles: int
    dimension: int
    neuron: str
    precision: str

    @property
    def numbers(self):
        return self.particles * self.dimension

    @property
    def key(self):
        return str(self.particles), str(self.dimension), self.neuron, self.precision


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a first look, within five minutes")
    parser.add_argument("--particles", type=int, nargs="+", default=[800, 10_000, 100_000, 1_000_000])
    parser.add_argument("--dimensions", type=int, nargs="+", default=[10, 40, 320])
    parser.add_argument("--neurons", nargs="+", default=["ramp", "tanh", "relu"])
    parser.add_argument("--precisions", nargs="+", default=["double", "single"])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=0.5, help="how long each run is timed")
    parser.add_argument("--build", type=Path, required=True, help="where the C programs are")
    parser.add_argument("--program", type=Path, required=True, help="MeanField.Benchmarks.dll")
    parser.add_argument("--out", type=Path, required=True, help="where results go; finished cells there are kept")
    chosen = parser.parse_args()
    if chosen.quick:
        chosen.particles, chosen.dimensions = [800, 100_000], [40]
        chosen.neurons, chosen.precisions = ["ramp", "tanh"], ["double"]
        chosen.rounds, chosen.seconds = 3, 0.2
    return chosen


def export(cell, place):
    """Start and samples from our program. Few samples are enough where steps take long: they repeat."""
    samples = max(64, min(16384, 400_000_000 // cell.numbers))
    subprocess.run(
        ["dotnet", place.program, "export", *map(str, (cell.particles, cell.dimension, cell.neuron, samples)),
         place.files], check=True)
    return samples


def difference(answer, reference, samples):
    """How far the residuals are from ours, over the steps before samples repeat."""
    pairs = list(itertools.islice(zip(answer["residuals"], reference), samples))
    return max(abs(a - b) for a, b in pairs)


def play(cell, place, chosen, writer):
    samples = export(cell, place)
    entries = contestants(cell, place, chosen.seconds)
    for round_number in range(chosen.rounds):
        reference = None
        for entry in entries:
            answer = run(entry.command(entry.threads), entry.threads)
            reference = reference or answer["residuals"]
            off = difference(answer, reference, samples)
            if not off <= TOLERANCE[cell.precision]:
                sys.exit(f"{entry.label} disagrees on {cell}: residuals differ by {off}")
            writer.writerow([
                *cell.key, entry.name, entry.threads, round_number,
                answer["seconds"] / answer["steps"], answer["processor"] / answer["steps"], answer["peak"], off,
                answer.get("notes") or ""])


def floors(cell, place, writer):
    """One read and write of all particles, and two multiply-adds per number, as fast as this machine can."""
    size = 8 if cell.precision == "double" else 4
    found = run([place.build / "floors", CORES, max(1, cell.numbers * size // 1024)], CORES)
    memory = 2 * cell.numbers * size / found["bytesPerSecond"]
    arithmetic = 2 * cell.numbers / found[f"{cell.precision}MultiplyAdds"]
    for name, seconds in ("floor: memory", memory), ("floor: arithmetic", arithmetic):
        writer.writerow([*cell.key, name, CORES, 0, seconds, "", "", "", ""])


def describe(out):
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), "?")
    versions = subprocess.run(["gcc", "--version"], stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()[0]
    lines = [f"processor: {model}, {CORES} cores", f"system: {platform.platform()}", f"compiler: {versions}",
             f"load before: {os.getloadavg()[0]:.2f}"]
    (out / "machine.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    chosen = arguments()
    chosen.out.mkdir(parents=True, exist_ok=True)
    describe(chosen.out)
    runs = chosen.out / "runs.csv"
    done = report.finished(runs, chosen.rounds)
    cells = [Cell(*values) for values in itertools.product(
        chosen.particles, chosen.dimensions, chosen.neurons, chosen.precisions)]
    for number, cell in enumerate(cells, 1):
        if cell.key in done:
            continue
        print(f"{number}/{len(cells)} N = {cell.particles}, d = {cell.dimension}, {cell.neuron}, {cell.precision}",
              file=sys.stderr, flush=True)
        folder = Path(tempfile.mkdtemp(prefix="meanfield-peers-"))
        try:
            rows = []
            play(cell, Place(chosen.build, chosen.program, folder), chosen, Rows(rows))
            floors(cell, Place(chosen.build, chosen.program, folder), Rows(rows))
        finally:
            shutil.rmtree(folder)
        append(runs, rows)
    report.write(runs, chosen.out)


class Rows:
    def __init__(self, rows):
        self.writerow = rows.append


def append(path, rows):
    new = not path.exists()
    with open(path, "a", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        if new:
            writer.writerow(FIELDS)
        writer.writerows(rows)


if __name__ == "__main__":
    main()
