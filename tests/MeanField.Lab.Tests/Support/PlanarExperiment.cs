using MeanField.Core.Dynamics;
using MeanField.Core.Serial;
using MeanField.Core.Specification;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Tests.Support;

/// <summary>Tanh neurons in the plane after a teacher of two, really run for a few steps.</summary>
public sealed record PlanarExperiment
{
    public int Particles { get; init; } = 3;

    public Scaling Scaling { get; init; } = Scaling.MeanField;

    /// <summary>Steps from one observation to the next.</summary>
    public int Every { get; init; } = 1;

    public double WeightDecay { get; init; }

    public ActivationSpec Activation { get; init; } = new TanhActivation();

    public double StepSize { get; init; } = 0.25;

    public ExperimentSpec Spec => new()
    {
        Name = "planar",
        Network = new()
        {
            Particles = Particles,
            Activation = Activation,
            Weights = new() { Initial = new GaussianWeights(1) },
            Scaling = Scaling,
        },
        Data = new NeuralTeacherData(
            2, new TanhActivation(), [[1.5, 0], [0, -1]], [0.5, 0.5], 0, InputLaw.Gaussian),
        Training = new() { StepSize = StepSize, Horizon = 12 * StepSize, WeightDecay = WeightDecay },
        Observe = new() { Every = Every * StepSize, TestSamples = 50, Track = Particles },
    };

    /// <summary>The whole run, written and closed.</summary>
    public RunRecord Write(string path)
    {
        var experiment = Experiment.Create(Spec);
        var description = new SampleRun().Description;
        using (var directory = RunDirectory.Create(
            path, Spec, RunShape.Of(experiment.Model), description, new ManualTime()))
            new SerialEngine(experiment).Run(directory.Accept, CancellationToken.None);
        return RunDirectory.Open(path);
    }
}
