using MeanField.Protocol;
using static MeanField.Protocol.Conversations.Chronicle;

namespace MeanField.Actors.Register;

/// <summary>The runs of a cluster: those that go on, and the last of those that are over.</summary>
internal sealed class RegisterState
{
    /// <summary>Runs in a list at most; what is over goes first.</summary>
    public const int MostListed = 200;

    private readonly Dictionary<RunId, RunStatus> _runs = [];

    /// <summary>Runs whose coordinators must be kept alive.</summary>
    public IEnumerable<RunId> Open => _runs.Values.Where(run => !run.IsOver).Select(run => run.Run);

    /// <summary>The newest first.</summary>
    public IEnumerable<RunStatus> Listed => _runs.Values
        .OrderBy(run => run.IsOver)
        .ThenByDescending(run => run.SubmittedAt)
        .ThenBy(run => run.Run.Value, StringComparer.Ordinal)
        .Take(MostListed);

    public bool Knows(RunId run) => _runs.ContainsKey(run);

    public bool IsOpen(RunId run) => _runs.TryGetValue(run, out var status) && !status.IsOver;

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
            _runs.Remove(run.Run);
    }
}
