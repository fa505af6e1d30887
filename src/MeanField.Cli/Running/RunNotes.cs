using System.Collections.Concurrent;
using MeanField.Lab.Runs;

namespace MeanField.Cli.Running;

/// <summary>
/// What is to be remembered of a run beside its facts: who took part, and what it survived. Noted by whoever sees it,
/// written by the one task that writes the directory.
/// </summary>
internal sealed class RunNotes
{
    private readonly ConcurrentQueue<Action<RunDirectory>> _notes = new();

    public void Joined(string member) => _notes.Enqueue(directory => directory.Join(member));

    public void Survived(string what) =>
        _notes.Enqueue(directory => directory.Survive(new(directory.Steps, what)));

    public void WriteTo(RunDirectory directory)
    {
        while (_notes.TryDequeue(out var write))
            write(directory);
    }
}
