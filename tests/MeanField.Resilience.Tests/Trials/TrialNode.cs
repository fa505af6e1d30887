using MeanField.Resilience.Tests.Hosts;

namespace MeanField.Resilience.Tests.Trials;

/// <summary>A member of a trial's cluster: killed, it can be started again in its place.</summary>
internal sealed class TrialNode(string address, IReadOnlyList<string> arguments, VirtualHost? host) : IDisposable
{
    /// <summary>A member that the others went on without says so by this code.</summary>
    public const int Downed = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly List<Meanfield> _lives = [];

    public string Address => address;

    public Meanfield Process => _lives[^1];

    public void Start() => _lives.Add(Meanfield.StartUnder(host?.Prefix ?? [], ["node", .. arguments]));

    /// <summary>
    /// Until it is a member. Where many processes start on few processors the members may give one up before it is
    /// in, and it ends: it is started again, as a supervisor does.
    /// </summary>
    public async Task UntilUpAsync()
    {
        while (true)
        {
            try
            {
                await Process.Error.LineAsync(
                    line => line.Contains($"Member {address}", StringComparison.Ordinal), Patience);
                return;
            }
            catch (TimeoutException) when (Process.HasExited && Process.ExitCode == Downed)
            {
                Start();
            }
        }
    }

    public void Dispose() => _lives.ForEach(life => life.Dispose());

    public override string ToString() => string.Join(
        '\n', _lives.Select((life, number) => $"== {address}, life {number + 1}\n{life.Error}"));
}
