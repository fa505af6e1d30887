using System.Security.Cryptography.X509Certificates;
using MeanField.Actors.Security;
using MeanField.Cli.Security;

namespace MeanField.Cli.Tests.Security;

/// <summary>An authority of a test's own, in a directory that goes with it.</summary>
internal sealed class TestAuthority : IDisposable
{
    private static readonly TimeSpan Validity = TimeSpan.FromDays(30);

    public string Path { get; } = Directory.CreateTempSubdirectory("meanfield-authority-").FullName;

    // old enough to have signed what has expired
    public TestAuthority()
    {
        using var _ = CertificateAuthority.In(Path, DateTimeOffset.UtcNow.AddDays(-100), TimeSpan.FromDays(200));
    }

    private string Certificate => System.IO.Path.Combine(Path, "authority.pem");

    public X509Certificate2Collection Trusted
    {
        get
        {
            var found = new X509Certificate2Collection();
            found.ImportFromPemFile(Certificate);
            return found;
        }
    }

    public TransportSecurity Sign(params string[] names) => Sign(names, DateTimeOffset.UtcNow, Validity);

    public TransportSecurity Sign(string name, DateTimeOffset now, TimeSpan validity) => Sign([name], now, validity);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private TransportSecurity Sign(string[] names, DateTimeOffset now, TimeSpan validity)
    {
        using var authority = CertificateAuthority.In(Path, now, validity);
        var certificate = authority.Sign(names, now, validity);
        return CertificateFiles.Read(certificate, System.IO.Path.ChangeExtension(certificate, "key"), Certificate);
    }
}
