using System.Collections.Immutable;

namespace MeanField.Actors.Coordination;

/// <summary>The steps at which a run stops to be measured.</summary>
/// <param name="observedSteps">Ascending.</param>
/// <param name="observeFrom">Steps before this one are not measured.</param>
/// <param name="observed">So many of the others have been already.</param>
internal sealed class Itinerary(ImmutableArray<long> observedSteps, long observeFrom, int observed)
{
    private int _next = observedSteps.TakeWhile(step => step < observeFrom).Count() + observed;

    public bool IsObserved(long step) => _next < observedSteps.Length && observedSteps[_next] == step;

    public void Observed() => _next++;

    /// <summary>How far known signals may be applied without passing a measurement.</summary>
    public long NextStop(long known) =>
        _next < observedSteps.Length ? Math.Min(known, observedSteps[_next]) : known;
}
