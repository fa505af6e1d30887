using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MeanField.Actors.Security;

namespace MeanField.Cli.Security;

/// <summary>Certificates and keys in files.</summary>
internal static class CertificateFiles
{
    public static TransportSecurity Read(string certificate, string? key, string authority)
    {
        var own = Read("--certificate", certificate, () => X509Certificate2.CreateFromPemFile(certificate, key));
        var trusted = Read("--authority", authority, () =>
        {
            var found = new X509Certificate2Collection();
            found.ImportFromPemFile(authority);
            return found.Count > 0 ? found : throw new CryptographicException("no certificate is in it");
        });
        return new(own, trusted);
    }

    private static T Read<T>(string option, string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw Refusal.BadUsage(option, $"{path} cannot be used: {fault.Message}");
        }
    }
}
