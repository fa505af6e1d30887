namespace MeanField.Cli.Progress;

/// <summary>Spans of time as people say them.</summary>
internal static class Duration
{
    public static string Format(TimeSpan span) =>
        span.TotalSeconds < 60 ? $"{span.TotalSeconds:0.0} s"
        : span.TotalHours < 1 ? $"{span.Minutes} min {span.Seconds} s"
        : $"{(long)span.TotalHours} h {span.Minutes} min";
}
