using System.Collections.Immutable;
using MeanField.Core.Dynamics;
using MeanField.Core.Measures;
using MeanField.Core.Specification;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Tests.Support;

/// <summary>
/// A small made-up run: the facts that an engine would send, with numbers that are easy to recognise.
/// </summary>
public sealed record SampleRun
{
    public const int Steps = 20;
    public const int Particles = 6;
    public const int Bins = 4;

    public string Name { get; init; } = "sample";

    public string TestFunction { get; init; } = "tanhOfNorm";

    public int ParticleLength { get; init; } = 3;

    public int Track { get; init; } = 2;

    public int Batch { get; init; } = 1;

    public DataSpec? Data { get; init; }

    public Precision Precision { get; init; } = Precision.Double;

    public RunShape Shape => new(Particles, ParticleLength, Steps, Batch);

    public RunDescription Description => new()
    {
        Engine = "serial",
        ProgramVersion = "0.1.0",
        GitCommit = "abc",
        Machine = new("host", "Linux", "X64", 2, ".NET 10"),
    };

    public ExperimentSpec Spec => new()
    {
        Name = Name,
        Seed = 7,
        Network = new() { Particles = Particles, Activation = new TanhActivation() },
        Data = Data ?? new IsotropicGaussiansData(ParticleLength, 0.8),
        Training = new() { StepSize = 0.125, Horizon = Steps * 0.125, Batch = Batch },
        Observe = new()
        {
            Times = [0, 1.25, 2.5],
            TestSamples = 100,
            Histogram = new(HistogramQuantity.WeightNorm, Bins),
            Track = Track,
            TestFunctions = [new(TestFunction, TestFunctionKind.Tanh, "weightNorm", 1)],
        },
        Compute = new() { Precision = Precision },
    };

    public ImmutableArray<double> Residuals =>
        [.. Enumerable.Range(0, Steps * Batch).Select(i => 1.0 / (3 + i) * (i % 2 == 0 ? 1 : -1))];

    public ImmutableArray<double> FinalParticles =>
        [.. Enumerable.Range(0, Particles * ParticleLength).Select(i => i / 8.0 - 1)];

    /// <summary>
    /// Observation, ten steps in two batches, observation, ten steps, observation, particles, end.
    /// </summary>
    public IReadOnlyList<RunEvent> Events =>
    [
        new MeasureObserved(At(0)),
        Signals(0, 6),
        Signals(6, 10),
        new MeasureObserved(At(10)),
        Signals(10, 20),
        new MeasureObserved(At(20)),
        new ParticlesRead(0, FinalParticles[..(4 * ParticleLength)]),
        new ParticlesRead(4, FinalParticles[(4 * ParticleLength)..]),
        new RunCompleted(Steps),
    ];

    public Observation At(long step) => new()
    {
        Step = step,
        Time = step * 0.125,
        Risk = 1.5 - step / 30.0,
        RiskStandardError = 0.01,
        Columns = [new("weightNormMean", 0.8 + step / 100.0), new(TestFunction, 0.1)],
        Histogram = new(0, 2, [1, 2, 3, 0]),
        Paths = [.. Enumerable.Range(0, Track * ParticleLength).Select(i => step + i / 10.0)],
    };

    public RunDirectory Create(string path, TimeProvider? time = null) =>
        RunDirectory.Create(path, Spec, Shape, Description, time ?? new ManualTime());

    /// <summary>The whole run, written and closed.</summary>
    public void Write(string path, TimeProvider? time = null)
    {
        using var directory = Create(path, time);
        foreach (var fact in Events)
            directory.Accept(fact);
    }

    private SignalsRecorded Signals(int from, int to) => new(from, Residuals[(from * Batch)..(to * Batch)]);
}
