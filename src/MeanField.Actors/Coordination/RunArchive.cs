using MeanField.Core.Dynamics;
using MeanField.Core.Measures;
using MeanField.Protocol;

namespace MeanField.Actors.Coordination;

/// <summary>All that a run has to tell so far; the particles are with the shards.</summary>
internal sealed class RunArchive
{
    private readonly List<Observation> _observations = [];
    private readonly List<RunEvent> _incidents = [];

    public SignalJournal Signals { get; } = new();

    public IReadOnlyList<Observation> Observations => _observations;

    /// <summary>Members that joined, and failures survived.</summary>
    public IReadOnlyList<RunEvent> Incidents => _incidents;

    /// <summary>Why it failed, if it did.</summary>
    public RunFailed? Failure { get; private set; }

    /// <summary>How it ended; null while it goes on.</summary>
    public RunEnding? Ending { get; private set; }

    /// <summary>What somebody has who has it all.</summary>
    public EventCursor Cursor =>
        new(Signals.Count, _observations.Count, 0, _incidents.Count, Ending is not null);

    public int FailuresSurvived => _incidents.Count(incident => incident is FailureSurvived);

    public void Add(RunEvent runEvent)
    {
        switch (runEvent)
        {
            case SignalsRecorded recorded:
                Signals.Append(recorded.Values.AsSpan());
                break;
            case MeasureObserved observed:
                _observations.Add(observed.Observation);
                break;
            case MemberJoined or FailureSurvived:
                // what befalls a run that is over is no part of its story
                if (Ending is null)
                    _incidents.Add(runEvent);
                break;
            case RunFailed failed:
                Failure = failed;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(runEvent), runEvent, "not for an archive");
        }
    }

    public void Conclude(RunEnding ending) => Ending ??= ending;
}
