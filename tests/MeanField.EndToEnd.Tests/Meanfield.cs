using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MeanField.EndToEnd.Tests;

/// <summary>The real program in a process of its own, as a user starts it.</summary>
internal sealed class Meanfield : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly IDisposable _will;

    private Meanfield(Process process)
    {
        _process = process;
        _will = LastWill.Add($"kill -9 {process.Id}");
        Output = new(process.StandardOutput);
        Error = new(process.StandardError);
    }

    public Transcript Output { get; }

    public Transcript Error { get; }

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    public int Id => _process.Id;

    /// <summary>The program that was built with these tests.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "meanfield.dll");

    public static Meanfield Start(params IEnumerable<string> arguments) => StartUnder([], arguments);

    /// <param name="under">A command, and its arguments, that runs the command line that follows it.</param>
    /// <param name="arguments">The program's.</param>
    public static Meanfield StartUnder(IEnumerable<string> under, IEnumerable<string> arguments) =>
        StartUnder(under, Program, arguments);

    public static Meanfield StartUnder(IEnumerable<string> under, string program, IEnumerable<string> arguments)
    {
        // tests started in the background inherit an ignored SIGINT, and would hand it on: nothing could be interrupted
        string[] line = [.. under, "env", "--default-signal=INT", "dotnet", program, .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        return new(Process.Start(start)!);
    }

    public static async Task<Ending> RunAsync(params IEnumerable<string> arguments)
    {
        using var program = Start(arguments);
        return await program.EndAsync();
    }

    /// <summary>Runs to exit code 0 without a warning in the log, or fails with what the program said.</summary>
    public static async Task<Ending> SucceedAsync(params IEnumerable<string> arguments)
    {
        string[] all = [.. arguments];
        var ending = await RunAsync(all);
        return ending is { ExitCode: 0, HasWarnings: false }
            ? ending
            : throw new InvalidOperationException($"meanfield {string.Join(' ', all)}\n{ending}");
    }

    public Task<Ending> EndAsync() => EndAsync(Patience);

    /// <exception cref="TimeoutException">It runs on; the message holds what it said so far.</exception>
    public async Task<Ending> EndAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"still running after {patience}\n-- output\n{Output}\n-- error\n{Error}");
        }
        await Task.WhenAll(Output.End, Error.End).WaitAsync(patience);
        return new(_process.ExitCode, Output.ToString(), Error.ToString());
    }

    /// <summary>The processes that it has started.</summary>
    public IEnumerable<int> Children() =>
        from thread in Directory.EnumerateDirectories($"/proc/{Id}/task")
        from child in File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select int.Parse(child, CultureInfo.InvariantCulture);

    public void Interrupt() => Send(Signal.Interrupt);

    public void Terminate() => Send(Signal.Terminate);

    public void Kill() => Send(Signal.Kill);

    /// <summary>Stops it where it stands, as a machine that hangs, until <see cref="Thaw"/>.</summary>
    public void Freeze() => Send(Signal.Stop);

    public void Thaw() => Send(Signal.Continue);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }
        _will.Dispose();
        _process.Dispose();
    }

    private void Send(Signal signal) => Signals.Send(_process.Id, signal);
}

/// <summary>How the program ended and what it said.</summary>
internal sealed partial record Ending(int ExitCode, string Output, string Error)
{
    public JsonObject Json => JsonNode.Parse(Output)!.AsObject();

    public bool HasWarnings => LogLevel().IsMatch(Error);

    public string FinalStateHash => Json["finalStateHash"]!.GetValue<string>();

    public override string ToString() => $"exit code {ExitCode}\n-- output\n{Output}\n-- error\n{Error}";

    [GeneratedRegex(" (WRN|ERR|FTL) ")]
    private static partial Regex LogLevel();
}
