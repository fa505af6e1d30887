namespace MeanField.Resilience.Tests;

/// <summary>What of this machine a test needs; null: it is there, else why the test is skipped.</summary>
internal static class Requirements
{
    public const string PostgresFolder = "/usr/lib/postgresql/15/bin";

    public static string? Root { get; } =
        OperatingSystem.IsLinux() && Environment.UserName == "root" ? null : "needs root on Linux";

    public static string? Hosts { get; } = Root
        ?? (Shell.TryRun("ip", "netns", "list") && Shell.TryRun("ethtool", "--version")
            ? null
            : "needs network namespaces: iproute2 and ethtool");

    public static string? Postgres { get; } = Root
        ?? (File.Exists($"{PostgresFolder}/postgres") ? null : "needs PostgreSQL: postgresql-15");
}

/// <summary>A fact about hosts of their own, in network namespaces.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class HostsFactAttribute : FactAttribute
{
    public HostsFactAttribute() => Skip = Requirements.Hosts;
}

/// <summary>A fact about runs whose journal is in PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = Requirements.Postgres;
}

/// <summary>A fact about hosts of their own that keep the journal in PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresHostsFactAttribute : FactAttribute
{
    public PostgresHostsFactAttribute() => Skip = Requirements.Hosts ?? Requirements.Postgres;
}

/// <summary>A fact that mounts a disk of its own.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DiskFactAttribute : FactAttribute
{
    public DiskFactAttribute() => Skip = Requirements.Root;
}
