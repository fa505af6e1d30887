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
        case "memory":
            await MemoryBenchmark.RunAsync();
            break;
        default:
            Console.Error.WriteLine($"no benchmark '{name}': there are memory, rate and large");
            return 2;
    }
}
return 0;
