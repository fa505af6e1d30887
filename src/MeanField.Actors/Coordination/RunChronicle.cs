using MeanField.Core.Dynamics;
using MeanField.Protocol;
using MeanField.Protocol.Wire;
using static MeanField.Protocol.Conversations.Chronicle;

namespace MeanField.Actors.Coordination;

/// <summary>A run as its journal tells it, entry by entry.</summary>
internal sealed class RunChronicle
{
    /// <summary>Null: no run has been accepted here.</summary>
    public RunAccepted? Accepted { get; private set; }

    /// <summary>Of the newest incarnation.</summary>
    public long Epoch { get; private set; }

    /// <summary>Where the newest incarnation lives or lived; null: none has begun.</summary>
    public string? Member { get; private set; }

    public RunArchive Archive { get; } = new();

    public void Add(object entry)
    {
        switch (entry)
        {
            case RunAccepted accepted:
                Accepted ??= accepted;
                break;
            case IncarnationBegun begun:
                (Epoch, Member) = (begun.Epoch, begun.Member);
                break;
            case EventRecorded recorded:
                Archive.Add(recorded.Event);
                break;
            case RunConcluded concluded:
                if (concluded.Ending is RunEnding.Failed)
                    Archive.Add(new RunFailed(concluded.Step, concluded.Reason));
                Archive.Conclude(concluded.Ending);
                break;
            default:
                throw new WireFormatException($"{entry.GetType()} is no entry of a run's journal.");
        }
    }
}
