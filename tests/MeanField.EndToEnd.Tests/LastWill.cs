using System.Diagnostics;
using System.Globalization;

namespace MeanField.EndToEnd.Tests;

/// <summary>
/// What is to be done when this process has died, however it died: nothing that a test has started or made
/// outlives the tests. A shell waits at the other end of a pipe for its end.
/// </summary>
internal static class LastWill
{
    // latest first: what runs in a place goes before the place
    private const string Executor = """
        trap '' INT TERM HUP
        declare -A will
        while read -r number clause; do
          if [ -n "$clause" ]; then will[$number]=$clause; else unset "will[$number]"; fi
        done
        for number in $(printf '%s\n' "${!will[@]}" | sort -rn); do eval "${will[$number]}" >/dev/null 2>&1; done
        """;

    private static readonly Lock Door = new();
    private static StreamWriter? _pipe;
    private static int _clauses;

    /// <param name="command">One line for the shell; disposing of the result strikes it out, undone.</param>
    public static IDisposable Add(string command)
    {
        lock (Door)
        {
            _pipe ??= Open();
            var clause = new Clause(++_clauses);
            _pipe.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clause.Number} {command}"));
            return clause;
        }
    }

    private static StreamWriter Open()
    {
        var start = new ProcessStartInfo("setsid", ["bash", "-c", Executor]) { RedirectStandardInput = true };
        var pipe = Process.Start(start)!.StandardInput;
        pipe.AutoFlush = true;
        return pipe;
    }

    private sealed record Clause(int Number) : IDisposable
    {
        public void Dispose()
        {
            lock (Door)
                _pipe!.WriteLine(Number.ToString(CultureInfo.InvariantCulture));
        }
    }
}
