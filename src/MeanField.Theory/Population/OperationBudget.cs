namespace MeanField.Theory.Population;

/// <summary>How many operations a solution may take: counted, not timed, so that every machine comes to the
/// same end.</summary>
/// <param name="solver">For the message.</param>
/// <param name="most">Infinite where the solver was asked for.</param>
internal sealed class OperationBudget(string solver, double most)
{
    private long _spent;

    /// <summary>So far.</summary>
    public double Spent => Interlocked.Read(ref _spent);

    /// <summary>Refuses what is known to need more.</summary>
    public void Require(double ahead)
    {
        var total = Spent + ahead;
        if (total > most)
            throw new ReferenceCostException(solver, total, most);
    }

    /// <summary>The field, each of whose drifts is charged.</summary>
    /// <param name="field">Of a cloud.</param>
    /// <param name="perParticle">What the drift of one particle costs.</param>
    public ParticleField Charged(ParticleField field, double perParticle) =>
        field with { Drift = new ChargedField(this, field.Drift, perParticle) };

    private void Spend(double operations)
    {
        Interlocked.Add(ref _spent, (long)operations);
        Require(0);
    }

    private sealed class ChargedField(OperationBudget budget, IDescentField drift, double perParticle)
        : IDescentField
    {
        public NeuronLayout Layout => drift.Layout;

        public void Descend(ReadOnlySpan<double> particles, Span<double> descent)
        {
            budget.Spend(perParticle * particles.Length / Layout.Length);
            drift.Descend(particles, descent);
        }

        public double Risk(ReadOnlySpan<double> particles) => drift.Risk(particles);
    }
}
