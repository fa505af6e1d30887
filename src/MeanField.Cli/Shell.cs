namespace MeanField.Cli;

/// <summary>What a command sees of the world around it.</summary>
/// <param name="Output">Results.</param>
/// <param name="Error">Progress, logs and faults.</param>
/// <param name="IsTerminal">Whether a person watches <paramref name="Error"/>.</param>
/// <param name="Clock">The only clock of the program.</param>
internal sealed record Shell(TextWriter Output, TextWriter Error, bool IsTerminal, TimeProvider Clock)
{
    public static Shell Process() =>
        new(Console.Out, Console.Error, !Console.IsErrorRedirected, TimeProvider.System);
}
