"""From runs.csv: table.md, table.csv and a figure of ratios for each neuron. `python3 report.py DIRECTORY` redraws."""
import csv
import statistics
import sys
from collections import defaultdict
from pathlib import Path

OURS = "MeanField"
PEERS = ["C + OpenMP", "C + MPI, shared memory", "C + MPI, TCP", "NumPy", "PyTorch in place", "PyTorch autograd"]
FLOORS = ["floor: memory", "floor: arithmetic"]


class Times:
    """A contestant in a cell: with the number of threads that served it best, round by round."""

    def __init__(self, rows):
        by_threads = defaultdict(list)
        for row in sorted(rows, key=lambda row: int(row["round"])):
            by_threads[int(row["threads"])].append(row)
        self.threads, self.rows = min(
            by_threads.items(), key=lambda item: statistics.median(seconds(row) for row in item[1]))
        self.seconds = [seconds(row) for row in self.rows]
        self.median = statistics.median(self.seconds)

    @property
    def peak(self):
        return statistics.median(float(row["peak_bytes"]) for row in self.rows)

    def ratios(self, reference):
        """Of the same round each, so that a busy machine slows both sides."""
        return sorted(mine / theirs for mine, theirs in zip(self.seconds, reference.seconds))


def seconds(row):
    return float(row["seconds_per_step"])


def read(path):
    cells = defaultdict(lambda: defaultdict(list))
    if Path(path).exists():
        with open(path, newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                cells[row["particles"], row["dimension"], row["neuron"], row["precision"]][row["contestant"]].append(row)
    return cells


def finished(path, rounds):
    return {key for key, rows in read(path).items()
            if all(name in rows for name in [OURS, *PEERS, *FLOORS])
            and max(int(row["round"]) for row in rows[OURS]) + 1 >= rounds}


def spread(values, form="{:.2f}"):
    middle, low, high = (form.format(v) for v in (statistics.median(values), min(values), max(values)))
    return f"{middle} ({low} … {high})"


def significant(value):
    return f"{value:.3g}" if value < 1000 else f"{value:,.0f}"


def write(runs, out):
    cells = {key: {name: Times(rows) for name, rows in found.items()} for key, found in read(runs).items()}
    (out / "table.md").write_text(markdown(cells), encoding="utf-8")
    write_csv(cells, out / "table.csv")
    draw(cells, out)


def ordered(cells, neuron, precision):
    keys = [key for key in cells if key[2] == neuron and key[3] == precision]
    return sorted(keys, key=lambda key: (int(key[1]), int(key[0])))


def kinds(cells):
    neurons = [n for n in ("ramp", "tanh", "relu") if any(key[2] == n for key in cells)]
    return [(n, p) for n in neurons for p in ("double", "single") if any(key[2:] == (n, p) for key in cells)]


def markdown(cells):
    lines = []
    for neuron, precision in kinds(cells):
        lines += [f"### {neuron}, {precision}", "",
                  "| d | N | µs/step | cores | steps/s | particle-steps/s | " + " | ".join(PEERS)
                  + " | memory floor | arithmetic floor |",
                  "|---" * (6 + len(PEERS) + len(FLOORS)) + "|"]
        for key in ordered(cells, neuron, precision):
            ours = cells[key][OURS]
            row = [key[1], f"{int(key[0]):,}", spread([1e6 * s for s in ours.seconds], "{:.4g}"), str(ours.threads),
                   significant(1 / ours.median), f"{int(key[0]) / ours.median:.3g}"]
            row += [spread(cells[key][peer].ratios(ours)) for peer in PEERS]
            row += [f"{cells[key][floor].median / ours.median:.2f}" for floor in FLOORS]
            lines.append("| " + " | ".join(row) + " |")
        lines += ["", "Peak memory, MB:", "", "| d | N | particles alone | " + " | ".join([OURS, *PEERS]) + " |",
                  "|---" * (4 + len(PEERS)) + "|"]
        for key in ordered(cells, neuron, precision):
            alone = int(key[0]) * (int(key[1]) + (neuron == "relu")) * (8 if precision == "double" else 4)
            peaks = [alone, *(cells[key][name].peak for name in [OURS, *PEERS])]
            lines.append(f"| {key[1]} | {int(key[0]):,} | " + " | ".join(f"{p / 1e6:,.0f}" for p in peaks) + " |")
        lines.append("")
    return "\n".join(lines)


def write_csv(cells, path):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["particles", "dimension", "neuron", "precision", "contestant", "threads", "seconds_per_step",
                         "steps_per_second", "particle_steps_per_second", "ratio", "ratio_least", "ratio_most", "peak_bytes"])
        for key, found in cells.items():
            for name in [OURS, *PEERS, *FLOORS]:
                times = found[name]
                ratios = times.ratios(found[OURS])
                writer.writerow([*key, name, times.threads, times.median, 1 / times.median, int(key[0]) / times.median,
                                 statistics.median(ratios), ratios[0], ratios[-1],
                                 "" if name in FLOORS else int(times.peak)])


def draw(cells, out):
    import matplotlib
    matplotlib.use("svg")
    from matplotlib import pyplot
    for neuron in dict.fromkeys(neuron for neuron, _ in kinds(cells)):
        precisions = [p for n, p in kinds(cells) if n == neuron]
        dimensions = sorted({int(key[1]) for key in cells if key[2] == neuron})
        figure, panels = pyplot.subplots(
            len(precisions), len(dimensions), figsize=(4 * len(dimensions), 3.4 * len(precisions)),
            sharey=True, squeeze=False)
        for line, precision in zip(panels, precisions):
            for panel, d in zip(line, dimensions):
                fill(panel, cells, [key for key in ordered(cells, neuron, precision) if int(key[1]) == d])
                panel.set_title(f"d = {d}, {precision}", fontsize=10)
        for line in panels:
            line[0].set_ylabel("step time / ours")
        handles, labels = panels[0][0].get_legend_handles_labels()
        figure.legend(handles, labels, loc="lower center", ncols=len(dimensions), frameon=False, fontsize=9)
        figure.tight_layout(rect=(0, (0.1 + 0.4 / len(dimensions)) / len(precisions), 1, 1))
        for suffix in "svg", "png":
            figure.savefig(out / f"ratios-{neuron}.{suffix}", dpi=150)
        pyplot.close(figure)


def fill(panel, cells, keys):
    sizes = [int(key[0]) for key in keys]
    for number, peer in enumerate(PEERS):
        ratios = [cells[key][peer].ratios(cells[key][OURS]) for key in keys]
        middle = [statistics.median(values) for values in ratios]
        bars = [[m - r[0] for m, r in zip(middle, ratios)], [r[-1] - m for m, r in zip(middle, ratios)]]
        panel.errorbar(sizes, middle, yerr=bars, label=peer, marker="os^vDP"[number], markersize=4,
                       linewidth=1, capsize=2)
    panel.axhline(1, color="black", linewidth=0.8)
    panel.set_xscale("log")
    panel.set_yscale("log")
    panel.set_xlabel("particles")
    panel.grid(alpha=0.3)


if __name__ == "__main__":
    write(Path(sys.argv[1]) / "runs.csv", Path(sys.argv[1]))
