using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MeanField.EndToEnd.Tests;

/// <summary>The real program in a process of its own, as a user starts it.</summary>
internal sealed partial class Meanfield : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private Meanfield(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    public static Meanfield Start(params IEnumerable<string> arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "meanfield.dll");
        // tests started in the background inherit an ignored SIGINT, and would hand it on: nothing could be interrupted
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", program, .. arguments])
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

    /// <summary>Runs to exit code 0 without a warning in the log, or fails the test with what the program said.</summary>
    public static async Task<Ending> SucceedAsync(params IEnumerable<string> arguments)
    {
        string[] all = [.. arguments];
        var ending = await RunAsync(all);
        Assert.True(ending is { ExitCode: 0, HasWarnings: false }, $"meanfield {string.Join(' ', all)}\n{ending}");
        return ending;
    }

    public async Task<Ending> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return new(_process.ExitCode, await _output, await _error);
    }

    public bool HasExited => _process.HasExited;

    public void Interrupt() => Signal(2);

    public void Terminate() => Signal(15);

    public void Kill() => _process.Kill();

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private void Signal(int number) => Assert.Equal(0, SendSignal(_process.Id, number));

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int number);
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
