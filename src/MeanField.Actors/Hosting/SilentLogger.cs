using Akka.Event;

namespace MeanField.Actors.Hosting;

/// <summary>
/// In place of Akka's own console logger, which speaks before the configured loggers start and after they
/// stop, whatever its level is set to: standard output belongs to the program.
/// </summary>
public sealed class SilentLogger : MinimalLogger
{
    protected override void Log(object message)
    {
    }
}
