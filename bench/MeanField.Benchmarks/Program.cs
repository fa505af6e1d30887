using System.Globalization;
using MeanField.Benchmarks;
using MeanField.Benchmarks.Contest;
using MeanField.Benchmarks.Failover;
using MeanField.Benchmarks.LookAhead;
using MeanField.Benchmarks.Rounds;
using MeanField.Benchmarks.Scaling;
using MeanField.Core.Specification;

const int rounds = 7;
const int longRounds = 3;
Dictionary<string, Func<Task>> benchmarks = new()
{
    ["memory"] = MemoryBenchmark.RunAsync,
    ["rate"] = () => RateBenchmark.RunAsync(rounds),
    ["rounds"] = () => RoundsBenchmark.RunAsync(rounds),
    ["large"] = () => LargeBenchmark.RunAsync(rounds),
    ["noise"] = () => Task.Run(() => NoiseBenchmark.Run(rounds)),
    ["window"] = () => Task.Run(() => WindowBenchmark.Run(longRounds)),
    ["lookahead"] = () => LookAheadBenchmark.RunAsync(longRounds),
    ["replay"] = () => ReplayBenchmark.RunAsync(rounds),
    ["checkpoint"] = () => CheckpointBenchmark.RunAsync(rounds),
    ["failover"] = () => FailoverBenchmark.RunAsync(rounds),
    ["alarms"] = () => FalseAlarmBenchmark.RunAsync(TimeSpan.FromMinutes(10)),
    ["scaling"] = () => ScalingBenchmark.RunAsync(longRounds, Path.Combine("artifacts", "scaling")),
};
var chosen = args.Length == 0 ? ["memory", "rate", "large"] : args;
switch (chosen[0])
{
    // export N d NEURON SAMPLES DIRECTORY, and contest N d NEURON PRECISION THREADS SECONDS: for bench/peers
    case "export":
        CellExport.Write(Cell.Parse(args.AsSpan(1)), Number(args[4]), args[5]);
        return 0;
    // scaling-study [--quick] [--report]: goes on where it was broken off, or reports what there is
    case "scaling-study":
        var study = new ScalingStudy(StudyGrid.Of(quick: chosen.Contains("--quick")), Path.Combine("artifacts", "scaling-study"));
        if (!chosen.Contains("--report"))
            await study.MeasureAsync();
        await study.ReportAsync();
        return 0;
    // for continuous integration: fails where a ratio is far from what it was
    case "guard":
        return RegressionGuard.Passes() ? 0 : 1;
    // the other end of "rounds"
    case "echo":
        await EchoProcess.ServeAsync(batching: chosen[1] == "on");
        return 0;
    case "contest":
        var seconds = double.Parse(args[6], CultureInfo.InvariantCulture);
        Contestant.Run(Cell.Parse(args.AsSpan(1)), Enum.Parse<Precision>(args[4], true), Number(args[5]), seconds);
        return 0;
}
foreach (var name in chosen)
{
    if (!benchmarks.TryGetValue(name, out var benchmark))
    {
        Console.Error.WriteLine($"no benchmark '{name}': there are {string.Join(", ", benchmarks.Keys)}");
        return 2;
    }
    await benchmark();
}
return 0;

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
