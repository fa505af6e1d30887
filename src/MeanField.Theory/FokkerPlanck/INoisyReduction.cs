using MeanField.Theory.Potentials;

namespace MeanField.Theory.FokkerPlanck;

/// <summary>Few numbers of a neuron that obey a Fokker–Planck equation of their own.</summary>
public interface INoisyReduction
{
    /// <summary>The method, as a person would name it.</summary>
    string Name { get; }

    /// <summary>The step in τ of level 0; every further level has half the cells' width and a quarter of the
    /// step.</summary>
    double CoarseStep { get; }

    /// <summary>The law at the start.</summary>
    /// <param name="level">Of refinement.</param>
    /// <param name="stretch">A factor of how far the cells reach, at the same width.</param>
    /// <param name="elapsed">τ that the law has to stay on the cells for.</param>
    CellLaw Begin(int level, int stretch, double elapsed);

    ReferencePoint Describe(double time, CellLaw law);

    /// <summary>The law as weighted neurons, where the cells are places of θ; null for norms.</summary>
    WeightedNeurons? Neurons(CellLaw law);
}
