using System.Text;

namespace MeanField.EndToEnd.Tests;

/// <summary>What a process has said so far, line by line.</summary>
internal sealed class Transcript
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private readonly List<string> _lines = [];
    private bool _isOver;
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Transcript(TextReader reader) => End = Task.Run(() => ReadAsync(reader));

    /// <summary>Completes when there is nothing more to come.</summary>
    public Task End { get; }

    /// <summary>The first line, said already or to come, of which <paramref name="isWanted"/> is true.</summary>
    /// <exception cref="TimeoutException">None came; the message holds all that was said.</exception>
    public async Task<string> LineAsync(Func<string, bool> isWanted, TimeSpan patience)
    {
        var late = Task.Delay(patience);
        for (var seen = 0; ;)
        {
            Task news;
            bool isOver;
            lock (_lock)
            {
                for (; seen < _lines.Count; seen++)
                    if (isWanted(_lines[seen]))
                        return _lines[seen];
                (news, isOver) = (_news.Task, _isOver);
            }
            if (isOver || await Task.WhenAny(news, late) == late)
                throw new TimeoutException($"The line did not come; what came is\n{this}");
        }
    }

    public override string ToString()
    {
        lock (_lock)
            return _text.ToString();
    }

    private async Task ReadAsync(TextReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
            Take(line);
        Tell(() => _isOver = true);
    }

    private void Take(string line) => Tell(() =>
    {
        _lines.Add(line);
        _text.Append(line).Append('\n');
    });

    private void Tell(Action change)
    {
        TaskCompletionSource news;
        lock (_lock)
        {
            change();
            (news, _news) = (_news, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        news.SetResult();
    }
}
