using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Akka.Event;

namespace MeanField.Actors.Security;

/// <summary>Whether the other end of a connection is one of us.</summary>
internal sealed class PeerTrust(X509Certificate2Collection authorities)
{
    /// <param name="certificate">What the peer has shown.</param>
    /// <param name="offered">A chain as the machine's own authorities see it; only its certificates are of use.</param>
    /// <param name="peer">For the log.</param>
    /// <param name="errors">By the machine's view. That the name is another is known for servers only.</param>
    /// <param name="log">Says why a peer is turned away.</param>
    public bool Accepts(
        X509Certificate2? certificate, X509Chain? offered, string peer, SslPolicyErrors errors, ILoggingAdapter log)
    {
        var objection = Objection(certificate, offered, errors);
        if (objection is not null)
            log.Warning("Connection with {0} refused: {1}", peer, objection);
        return objection is null;
    }

    private string? Objection(X509Certificate2? certificate, X509Chain? offered, SslPolicyErrors errors)
    {
        if (certificate is null)
            return "it shows no certificate";
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            return $"its certificate is for another host ({certificate.Subject})";
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        // a private authority publishes no lists; certificates are short-lived, or the authority is replaced
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (var element in offered?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        if (chain.Build(certificate))
            return null;
        var reasons = chain.ChainStatus.Select(status => status.StatusInformation.Trim()).Distinct();
        return $"its certificate is not to be trusted ({string.Join("; ", reasons)})";
    }
}
