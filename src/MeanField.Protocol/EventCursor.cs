using MeanField.Core.Dynamics;

namespace MeanField.Protocol;

/// <summary>
/// How much of a run's story somebody has: whichever incarnation of the coordinator goes on from there, what
/// it tells is the same.
/// </summary>
/// <param name="Values">Signal numbers, counted over all steps.</param>
/// <param name="Observations">Observations.</param>
/// <param name="ParticleValues">Numbers of the final particles.</param>
/// <param name="Incidents">Members that joined, and failures survived.</param>
/// <param name="Ended">Whether the ending is known.</param>
public readonly record struct EventCursor(
    long Values, int Observations, long ParticleValues, int Incidents, bool Ended)
{
    public static EventCursor Start { get; }

    /// <summary>With one more event.</summary>
    public EventCursor After(RunEvent runEvent) => runEvent switch
    {
        SignalsRecorded recorded => this with { Values = Values + recorded.Values.Length },
        MeasureObserved => this with { Observations = Observations + 1 },
        ParticlesRead read => this with { ParticleValues = ParticleValues + read.Values.Length },
        MemberJoined or FailureSurvived => this with { Incidents = Incidents + 1 },
        RunCompleted or RunFailed => this with { Ended = true },
        _ => throw new ArgumentOutOfRangeException(nameof(runEvent), runEvent, "an unknown event"),
    };
}
