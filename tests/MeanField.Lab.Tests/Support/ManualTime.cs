namespace MeanField.Lab.Tests.Support;

/// <summary>A clock that moves when it is told to.</summary>
public sealed class ManualTime : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2025, 6, 26, 12, 0, 0, TimeSpan.Zero);

    private TimeSpan _elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _elapsed.Ticks;

    public override DateTimeOffset GetUtcNow() => Start + _elapsed;

    public void Advance(double seconds) => _elapsed += TimeSpan.FromSeconds(seconds);
}
