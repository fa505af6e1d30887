using System.Diagnostics;
using System.Globalization;
using MeanField.Resilience.Tests.Hosts;

namespace MeanField.Resilience.Tests.Databases;

/// <summary>A PostgreSQL of its own with a fresh directory, on loopback or on a virtual host.</summary>
internal sealed class PostgresServer : IDisposable
{
    private const string User = "meanfield";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TemporaryDirectory _place = new();
    private readonly VirtualHost? _host;
    private readonly int _port;
    private Process? _process;
    private IDisposable? _will;

    public PostgresServer(VirtualHost? host = null)
    {
        (_host, _port) = (host, host is null ? Loopback.FreePort() : 5432);
        Shell.Run("chown", "postgres:", _place.Path);
        Shell.Run([.. AsItsUser, Program("initdb"), "-D", Data, "-U", User, "--auth=trust", "--no-sync"]);
        File.AppendAllText(Path.Combine(Data, "pg_hba.conf"), $"host all all {VirtualNetwork.Subnets}.0.0/16 trust\n");
        Start();
    }

    public string ConnectionString => string.Create(
        CultureInfo.InvariantCulture,
        $"Host={Address};Port={_port};Username={User};Database=postgres;Timeout=5");

    private static IEnumerable<string> AsItsUser =>
        ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--reset-env"];

    private string Address => _host?.Address ?? "127.0.0.1";

    private string Data => _place["data"];

    private IEnumerable<string> Inside => _host?.Prefix ?? [];

    public void Start()
    {
        // nothing here survives the machine, only the processes
        string[] line =
        [
            .. Inside, .. AsItsUser, Program("postgres"), "-D", Data, "-c", $"listen_addresses={Address}",
            "-c", $"port={_port}", "-c", $"unix_socket_directories={_place.Path}", "-c", "fsync=off",
        ];
        _process = Process.Start(new ProcessStartInfo(line[0], line[1..]) { RedirectStandardError = true })!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _will = LastWill.Add($"kill -QUIT {_process.Id}");
        var waiting = Stopwatch.StartNew();
        while (!Shell.TryRun([.. Inside, Program("pg_isready"), "-h", Address, "-p", $"{_port}"]))
            if (waiting.Elapsed > Patience || _process.HasExited)
                throw new InvalidOperationException("PostgreSQL does not come up");
    }

    public void Execute(string statements) => Shell.Run(
    [
        .. Inside, Program("psql"), "-v", "ON_ERROR_STOP=1", "-h", Address, "-p", $"{_port}", "-U", User,
        "-d", "postgres", "-c", statements,
    ]);

    /// <summary>Stops at once, as after a crash: connections break, and the next start recovers.</summary>
    public void Crash() => Stop(Signal.Quit);

    public void Dispose()
    {
        Stop(Signal.Quit);
        _place.Dispose();
    }

    private static string Program(string name) => $"{Requirements.PostgresFolder}/{name}";

    private void Stop(Signal signal)
    {
        if (_process is { HasExited: false })
        {
            Signals.Send(_process.Id, signal);
            _process.WaitForExit();
        }
        _process?.Dispose();
        _process = null;
        _will?.Dispose();
    }
}
