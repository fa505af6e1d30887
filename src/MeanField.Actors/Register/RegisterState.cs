using System.Collections.Immutable;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;
using static MeanField.Protocol.Conversations.Chronicle;

namespace MeanField.Actors.Register;

/// <summary>The runs of a cluster: those that go on, and the last of those that are over.</summary>
internal sealed class RegisterState
{
    /// <summary>Runs in a list at most; what is over goes first.</summary>
    public const int MostListed = 200;

    private readonly Dictionary<RunId, RunStatus> _runs = [];
    private readonly HashSet<RunId> _forgotten = [];

    /// <summary>Runs whose coordinators must be kept alive.</summary>
    public IEnumerable<RunId> Open => _runs.Values.Where(run => !run.IsOver).Select(run => run.Run);

    public bool Knows(RunId run) => _runs.ContainsKey(run) || _forgotten.Contains(run);

    public bool IsOpen(RunId run) => _runs.TryGetValue(run, out var status) && !status.IsOver;

    /// <summary>What fits in one message.</summary>
    public Enquiries.RunsListed List()
    {
        var listed = _runs.Values
            .OrderBy(run => run.IsOver)
            .ThenByDescending(run => run.SubmittedAt)
            .ThenBy(run => run.Run.Value, StringComparer.Ordinal)
            .Take(MostListed).ToImmutableArray();
        return new(listed, _runs.Count + _forgotten.Count - listed.Length);
    }

    /// <summary>How an open run does; not worth a journal's entry.</summary>
    public void Note(RunStatus status)
    {
        if (!status.IsOver && IsOpen(status.Run))
            _runs[status.Run] = status;
    }

    public void Add(object entry)
    {
        switch (entry)
        {
            case RunEntered entered:
                _runs[entered.Status.Run] = entered.Status;
                break;
            case RunClosed closed:
                _runs[closed.Status.Run] = closed.Status;
                Forget();
                break;
        }
    }

    private void Forget()
    {
        var old = _runs.Values.Where(run => run.IsOver).OrderByDescending(run => run.SubmittedAt);
        foreach (var run in old.Skip(MostListed).ToList())
        {
            _runs.Remove(run.Run);
            _forgotten.Add(run.Run);
        }
    }
}
