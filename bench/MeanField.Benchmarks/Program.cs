using MeanField.Benchmarks;

const int rounds = 7;
var chosen = args.Length == 0 ? ["memory", "rate", "large"] : args;
foreach (var name in chosen)
{
    switch (name)
    {
        case "rate":
            await RateBenchmark.RunAsync(rounds);
            break;
        case "noise":
            NoiseBenchmark.Run(rounds);
            break;
        case "large":
            await LargeBenchmark.RunAsync(rounds);
            break;
        case "replay":
            await ReplayBenchmark.RunAsync(rounds);
            break;
        case "memory":
            await MemoryBenchmark.RunAsync();
            break;
        case "checkpoint":
            await CheckpointBenchmark.RunAsync(rounds);
            break;
        default:
            Console.Error.WriteLine($"no benchmark '{name}': there are memory, rate, large, noise, replay and checkpoint");
            return 2;
    }
}
return 0;
