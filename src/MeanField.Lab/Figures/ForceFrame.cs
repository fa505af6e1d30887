using MeanField.Lab.Runs;
using MeanField.Theory;

namespace MeanField.Lab.Figures;

/// <summary>
/// All neurons of a small network in the plane at one observed time, and the two forces on each.
/// </summary>
/// <param name="Observation">When.</param>
/// <param name="Particles">w₁, w₂ of every neuron, neuron by neuron.</param>
/// <param name="External">−∇V(w_i).</param>
/// <param name="Interaction">−∇∫U(w_i, w′) ρ(dw′), ρ the neurons themselves.</param>
internal sealed record ForceFrame(
    Observation Observation,
    double[] Particles,
    double[] External,
    double[] Interaction)
{
    /// <summary>So many neurons can be told apart with their arrows.</summary>
    public const int MostNeurons = 12;

    public int Count => Particles.Length / 2;

    /// <summary>
    /// One frame per observation; none unless all neurons lie in the plane, are tracked and few.
    /// </summary>
    public static IReadOnlyList<ForceFrame> Of(RunRecord run)
    {
        if (run.Manifest.Shape.Particles > MostNeurons || !PlanarRun.Is(run))
            return [];
        var field = FieldEvaluator.For(run.Spec);
        return [.. PlanarRun.Tracked(run).Select(observation => Of(observation, field))];
    }

    private static ForceFrame Of(Observation observation, FieldEvaluator field)
    {
        double[] particles = [.. observation.Paths];
        var interaction = field.Interaction(particles, particles);
        return new(observation, particles, field.External(particles), interaction);
    }
}
