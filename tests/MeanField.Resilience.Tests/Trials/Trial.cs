using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using MeanField.Core.Specification;

namespace MeanField.Resilience.Tests.Trials;

/// <summary>
/// A run that accidents happen to: long enough on several processes for something to happen in the middle of it,
/// as fast as this machine is now.
/// </summary>
/// <param name="Specification">What to say after <c>run</c> or <c>submit</c>.</param>
/// <param name="SerialHash">What it must end in.</param>
internal sealed record Trial(IReadOnlyList<string> Specification, string SerialHash)
{
    /// <summary>The specification itself.</summary>
    public string Text => SpecificationJson.Write(
        SpecificationFile.Read(Specification[0], [.. Specification.Where((_, i) => i % 2 == 0).Skip(1)]),
        indented: false);

    private const int UsualSeconds = 12;
    private const int FewestSteps = 3000;
    private const int MostSteps = 100_000;
    private const int CalibrationSteps = 1000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly Lazy<Task<double>> StepsPerSecond = new(CalibrateAsync);
    private static readonly ConcurrentDictionary<int, Lazy<Task<Trial>>> Known = new();

    public static Task<Trial> UsualAsync() => OfAsync(UsualSeconds);

    /// <summary>A run of about so many seconds, if nothing happens to it.</summary>
    public static Task<Trial> OfAsync(int seconds) =>
        Known.GetOrAdd(seconds, _ => new(() => CreateAsync(seconds))).Value;

    /// <summary>Until steps are recorded in a run's directory, of the process that writes it.</summary>
    public static async Task UntilUnderWayAsync(Meanfield process, string directory)
    {
        var since = Stopwatch.GetTimestamp();
        while (!File.Exists(Path.Combine(directory, "result.json")) || new RunFolder(directory).Steps == 0)
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(since) > Patience)
                throw new InvalidOperationException(
                    $"The run did not come under way.\n-- output\n{process.Output}\n-- error\n{process.Error}");
            await Task.Delay(50);
        }
    }

    private static async Task<Trial> CreateAsync(int seconds)
    {
        var steps = (int)Math.Clamp(seconds * await StepsPerSecond.Value, FewestSteps, MostSteps);
        string[] specification = [.. Steps(steps)];
        var ending = await RunAsync([.. specification, "--engine", "serial"]);
        return new(specification, ending.FinalStateHash);
    }

    private static async Task<double> CalibrateAsync()
    {
        var ending = await RunAsync([.. Steps(CalibrationSteps), "--nodes", "2"]);
        return ending.Json["timing"]!["stepsPerSecond"]!.GetValue<double>();
    }

    private static async Task<Ending> RunAsync(IEnumerable<string> arguments)
    {
        using var folder = new TemporaryDirectory();
        var ending = await Meanfield.RunAsync(["run", .. arguments, "--out", folder["run"], "--json"]);
        return ending.ExitCode == 0 ? ending : throw new InvalidOperationException($"{ending}");
    }

    private static IEnumerable<string> Steps(int steps)
    {
        var horizon = (steps * 1e-5).ToString(CultureInfo.InvariantCulture);
        return
        [
            Repository.Experiment("quick-look.json"),
            "--set", "network.particles=4000", "--set", $"training.horizon={horizon}",
            "--set", $"observe.times=[0,{horizon}]", "--set", "observe.testSamples=500",
        ];
    }
}
