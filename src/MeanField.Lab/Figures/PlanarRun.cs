using MeanField.Lab.Runs;
using MeanField.Theory;

namespace MeanField.Lab.Figures;

/// <summary>A run whose particles are points of the plane, all of them tracked, in known fields.</summary>
internal static class PlanarRun
{
    public static bool Is(RunRecord run)
    {
        var shape = run.Manifest.Shape;
        return shape.ParticleLength == 2
            && Symbols.Dimension(run.Spec.Network, 2) == 2
            && run.Spec.Observe.Track >= shape.Particles
            && FieldEvaluator.Obstacle(run.Spec) is null;
    }

    /// <summary>The observations that have all particles; after a divergence they have no place.</summary>
    public static Observation[] Tracked(RunRecord run) =>
        [.. run.Observations.Where(o => !o.Paths.IsDefaultOrEmpty && o.Paths.All(double.IsFinite))];

    /// <summary>The weights of the teacher's neurons, where there are some in the plane.</summary>
    public static EquatableList<EquatableList<double>>? Teacher(RunRecord run) =>
        run.Spec.Data is NeuralTeacherData { Dimension: 2 } teacher ? teacher.Weights : null;
}
