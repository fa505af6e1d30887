using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Akka.Event;
using MeanField.Actors.Security;

namespace MeanField.Cli.Tests.Security;

public sealed class CertificateAuthorityTests : IDisposable
{
    private readonly TestAuthority _ours = new();
    private readonly TestAuthority _theirs = new();

    public void Dispose()
    {
        _ours.Dispose();
        _theirs.Dispose();
    }

    [Fact]
    public void Keys_are_for_their_owner_alone()
    {
        if (OperatingSystem.IsWindows())
            return;
        _ours.Sign("node-1");
        Assert.Equal(2, Directory.GetFiles(_ours.Path, "*.key").Length);
        foreach (var key in Directory.GetFiles(_ours.Path, "*.key"))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
    }

    [Fact]
    public void An_authority_that_is_there_signs_again()
    {
        var before = File.ReadAllText(System.IO.Path.Combine(_ours.Path, "authority.pem"));
        var later = _ours.Sign("node-2");
        Assert.Equal(before, File.ReadAllText(System.IO.Path.Combine(_ours.Path, "authority.pem")));
        Assert.True(Accepts(later.Certificate, _ours));
    }

    [Fact]
    public void Only_what_our_authority_has_signed_is_trusted()
    {
        Assert.True(Accepts(_ours.Sign("node-1").Certificate, _ours));
        Assert.False(Accepts(_theirs.Sign("node-1").Certificate, _ours));
        Assert.False(Accepts(null, _ours));
    }

    [Fact]
    public void A_certificate_for_another_host_is_not_accepted() => Assert.False(
        Accepts(_ours.Sign("node-1").Certificate, _ours, SslPolicyErrors.RemoteCertificateNameMismatch));

    [Fact]
    public void A_certificate_that_has_expired_is_not_accepted() => Assert.False(
        Accepts(_ours.Sign("node-1", DateTimeOffset.UtcNow.AddDays(-40), TimeSpan.FromDays(30)).Certificate, _ours));

    [Fact]
    public void A_certificate_cannot_sign_others()
    {
        var node = _ours.Sign("node-1").Certificate;
        Assert.False(node.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority);
    }

    private static bool Accepts(
        X509Certificate2? certificate, TestAuthority authority, SslPolicyErrors errors = SslPolicyErrors.None) =>
        new PeerTrust(authority.Trusted).Accepts(certificate, null, "a test", errors, NoLogger.Instance);
}
