using System.CommandLine;
using MeanField.Actors.Security;

namespace MeanField.Cli.Security;

/// <summary>How members and clients of a cluster know each other: options, or variables of the environment.</summary>
internal sealed class SecuritySymbols
{
    private readonly Option<string?> _certificate = File(
        "--certificate", "MEANFIELD_CERTIFICATE", "Certificate of this process (PEM), signed by the authority.");

    private readonly Option<string?> _key = File(
        "--key", "MEANFIELD_KEY", "Private key of the certificate (PEM); by default in the same file.");

    private readonly Option<string?> _authority = File(
        "--authority", "MEANFIELD_AUTHORITY", "Certificates (PEM) of those whose signature is trusted; nobody else's is.");

    public IEnumerable<Option> Options => [_certificate, _key, _authority];

    /// <summary>Null where no certificate is named.</summary>
    public TransportSecurity? Read(ParseResult parsed)
    {
        var (certificate, authority) = (parsed.GetValue(_certificate), parsed.GetValue(_authority));
        var key = parsed.GetValue(_key);
        if (certificate is null)
        {
            return authority is null && key is null
                ? null
                : throw Refusal.BadUsage("--certificate", "is missing: connections are encrypted by both sides or by none");
        }
        if (authority is null)
            throw Refusal.BadUsage("--authority", "is missing: whose signature shall be trusted?");
        return CertificateFiles.Read(certificate, key, authority);
    }

    private static Option<string?> File(string name, string variable, string description) => new(name)
    {
        Description = $"{description} Or by {variable}.",
        HelpName = "FILE",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } path ? path : null,
    };
}
