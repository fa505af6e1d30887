using System.Security.Cryptography.X509Certificates;
using Akka.Remote.Transport.DotNetty;

namespace MeanField.Actors.Security;

/// <summary>
/// Mutual TLS: both ends of every connection show a certificate that one of the authorities has signed, and whoever
/// opens it is at the host that the other's certificate names. No other authority counts, not even the machine's own.
/// </summary>
/// <param name="Certificate">Of this process, with its private key.</param>
/// <param name="Authorities">Whose signatures count.</param>
public sealed record TransportSecurity(X509Certificate2 Certificate, X509Certificate2Collection Authorities)
{
    internal const string Hocon = "akka.remote.dot-netty.tcp.enable-ssl = on";

    internal DotNettySslSetup Setup() => new(
        Certificate,
        suppressValidation: false,
        requireMutualAuthentication: true,
        validateCertificateHostname: true,
        new PeerTrust(Authorities).Accepts);
}
