using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MeanField.Cli.Security;

/// <summary>An authority of one's own, in two files, and what it signs for the hosts of a cluster.</summary>
internal sealed class CertificateAuthority : IDisposable
{
    private const string Stem = "authority";

    private static readonly Oid[] Uses = [new("1.3.6.1.5.5.7.3.1"), new("1.3.6.1.5.5.7.3.2")];

    private readonly string _directory;
    private readonly X509Certificate2 _certificate;

    private CertificateAuthority(string directory, X509Certificate2 certificate) =>
        (_directory, _certificate) = (directory, certificate);

    public string CertificatePath => Path.Combine(_directory, $"{Stem}.pem");

    /// <summary>The authority of the directory; made if there is none.</summary>
    public static CertificateAuthority In(string directory, DateTimeOffset now, TimeSpan validity)
    {
        Directory.CreateDirectory(directory);
        var (certificate, key) = Files(directory, Stem);
        if (!File.Exists(certificate))
            Make(certificate, key, now, validity);
        return new(directory, X509Certificate2.CreateFromPemFile(certificate, key));
    }

    /// <summary>Certificate and key of a process that is reached by these names; the first names the files.</summary>
    public string Sign(IReadOnlyList<string> names, DateTimeOffset now, TimeSpan validity)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={names[0]}", pair, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(Names(names));
        // every process opens connections, and accepts them
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([.. Uses], critical: false));
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        var end = now + validity < _certificate.NotAfter ? now + validity : _certificate.NotAfter;
        using var signed = request.Create(_certificate, now.AddMinutes(-5), end, RandomNumberGenerator.GetBytes(16));
        var (certificate, key) = Files(_directory, names[0].Replace(':', '-'));
        Write(certificate, key, signed, pair);
        return certificate;
    }

    public void Dispose() => _certificate.Dispose();

    private static void Make(string certificate, string key, DateTimeOffset now, TimeSpan validity)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=meanfield authority", pair, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        using var signed = request.CreateSelfSigned(now.AddMinutes(-5), now + validity);
        Write(certificate, key, signed, pair);
    }

    private static X509Extension Names(IEnumerable<string> names)
    {
        var builder = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (IPAddress.TryParse(name, out var address))
                builder.AddIpAddress(address);
            else
                builder.AddDnsName(name);
        }
        return builder.Build();
    }

    private static void Write(string certificatePath, string keyPath, X509Certificate2 certificate, ECDsa pair)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(keyPath, options))
            writer.WriteLine(pair.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(certificatePath, certificate.ExportCertificatePem() + "\n");
    }

    private static (string Certificate, string Key) Files(string directory, string stem) =>
        (Path.Combine(directory, $"{stem}.pem"), Path.Combine(directory, $"{stem}.key"));
}
