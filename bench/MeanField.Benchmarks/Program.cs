using MeanField.Benchmarks;

const int rounds = 7;
const int longRounds = 3;
Dictionary<string, Func<Task>> benchmarks = new()
{
    ["memory"] = MemoryBenchmark.RunAsync,
    ["rate"] = () => RateBenchmark.RunAsync(rounds),
    ["large"] = () => LargeBenchmark.RunAsync(rounds),
    ["noise"] = () => Task.Run(() => NoiseBenchmark.Run(rounds)),
    ["replay"] = () => ReplayBenchmark.RunAsync(rounds),
    ["checkpoint"] = () => CheckpointBenchmark.RunAsync(rounds),
    ["scaling"] = () => ScalingBenchmark.RunAsync(longRounds, Path.Combine("artifacts", "scaling")),
};
var chosen = args.Length == 0 ? ["memory", "rate", "large"] : args;
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
