using MeanField.Cli.Running;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace MeanField.Cli.Nodes;

/// <summary>
/// Where a node's logs go: what a person wants to know to standard error, everything as compact JSON to its data
/// directory, a file a day for two weeks.
/// </summary>
internal static class NodeLogs
{
    private const int KeptDays = 14;

    /// <param name="data">May be shared by several nodes: the file bears the name of this one.</param>
    /// <param name="name">Of this node.</param>
    /// <param name="verbose">Whether Akka's own news go to standard error too.</param>
    public static Logger Create(string data, string name, bool verbose)
    {
        Directory.CreateDirectory(data);
        return new LoggerConfiguration()
            .MinimumLevel.Information()
            .WriteTo.Logger(console => console
                .Filter.ByIncludingOnly(entry => verbose || IsForPeople(entry))
                .WriteTo.Console(outputTemplate: Logs.Template, standardErrorFromLevel: LevelAlias.Minimum))
            .WriteTo.File(
                new CompactJsonFormatter(),
                Path.Combine(data, $"node-{name}-.jsonl"),
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: KeptDays)
            .CreateLogger();
    }

    /// <summary>What a full disk did not take is lost, and no reason for a node to end badly.</summary>
    public static async ValueTask CloseAsync(Logger logs)
    {
        try
        {
            await logs.DisposeAsync();
        }
        catch (IOException)
        {
            // standard error has had it
        }
    }

    /// <summary>Our own news, and whatever is wrong; libraries tell theirs to the file.</summary>
    private static bool IsForPeople(LogEvent entry) =>
        (entry.Level >= LogEventLevel.Warning && !LinkNoise.Is(entry))
        || !entry.Properties.ContainsKey(Constants.SourceContextPropertyName);
}
