using MeanField.Lab.Runs;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace MeanField.Cli.Running;

/// <summary>Where logs go: warnings to standard error for people, everything as compact JSON to the run directory.</summary>
internal static class Logs
{
    public const string Template = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    public static Logger Create(string runDirectory, bool verbose) => new LoggerConfiguration()
        .MinimumLevel.Information()
        .WriteTo.Logger(console => console
            .Filter.ByIncludingOnly(entry => verbose || (entry.Level >= LogEventLevel.Warning && !LinkNoise.Is(entry)))
            .WriteTo.Console(outputTemplate: Template, standardErrorFromLevel: LevelAlias.Minimum))
        .WriteTo.File(new CompactJsonFormatter(), Path.Combine(runDirectory, RunFiles.Log))
        .CreateLogger();
}
