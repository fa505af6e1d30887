using System.CommandLine;
using MeanField.Cli.Security;

namespace MeanField.Cli.Commands;

/// <summary><c>meanfield certificates</c>: an authority of one's own, and certificates for the hosts of a cluster.</summary>
internal static class CertificatesCommand
{
    private const int MostDays = 3650;

    public static Command Create(Shell shell)
    {
        var directory = new Argument<string>("DIR") { Description = "Where the files go; an authority that is there signs." };
        var hosts = Hosts();
        var days = new Option<int>("--days")
        {
            Description = "How long the certificates are good.",
            DefaultValueFactory = _ => 365,
            HelpName = "N",
        };
        var command = new Command(
            "certificates", "Make an authority, and certificates for the hosts of a cluster and its clients.")
        {
            directory, hosts, days,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(days) is < 1 or > MostDays)
                throw Refusal.BadUsage("--days", $"must be from 1 to {MostDays}, is {parsed.GetValue(days)}");
            var validity = TimeSpan.FromDays(parsed.GetValue(days));
            var names = parsed.GetRequiredValue(hosts).Select(Names).ToList();
            var now = shell.Clock.GetUtcNow();
            using var authority = CertificateAuthority.In(parsed.GetRequiredValue(directory), now, validity);
            shell.Output.WriteLine(authority.CertificatePath);
            foreach (var host in names)
                shell.Output.WriteLine(authority.Sign(host, now, validity));
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<string[]> Hosts() => new("--host")
    {
        Description = "A host, by all names and addresses that others know it by; may be repeated.",
        HelpName = "NAME[,NAME]…",
        Required = true,
    };

    private static string[] Names(string host)
    {
        var names = host.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return names.Length > 0 && names.All(name => Uri.CheckHostName(name) != UriHostNameType.Unknown)
            ? names
            : throw Refusal.BadUsage("--host", $"'{host}' must be names or addresses, with commas between them");
    }
}
