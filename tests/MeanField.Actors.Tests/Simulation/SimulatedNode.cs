namespace MeanField.Actors.Tests.Simulation;

internal sealed class SimulatedNode(SimulatedCluster cluster)
{
    private SimulatedCombiner? _combiner;

    /// <summary>Made when first needed, and again after it died.</summary>
    public SimulatedCombiner Combiner() =>
        _combiner is { IsAlive: true } alive ? alive : _combiner = cluster.NewCombiner();

    public void KillCombiner()
    {
        if (_combiner is not { IsAlive: true } victim)
            return;
        victim.IsAlive = false;
        cluster.CombinerDied(victim.Post);
    }

    public void Died(SimulatedShard dead) => _combiner?.Died(dead);
}
