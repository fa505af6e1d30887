using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace MeanField.Protocol.Wire;

/// <summary>All that may cross a link or stand in a journal. A changed layout gets a new manifest beside the old one.</summary>
public static class WireCatalogue
{
    public static IReadOnlyList<WireType> Types { get; } =
    [
        .. SubmissionWire.Types,
        .. EnlistingWire.Types,
        .. RoundsWire.Types,
        .. TransfersWire.Types,
        .. PublicationWire.Types,
        .. DismissalWire.Types,
        .. HandshakeWire.Types,
        .. RecollectionWire.Types,
        .. EnquiriesWire.Types,
        .. ChronicleWire.Types,
    ];

    private static readonly FrozenDictionary<Type, WireType> ByType =
        Types.ToFrozenDictionary(type => type.Type);

    private static readonly FrozenDictionary<string, WireType> ByManifest =
        Types.ToFrozenDictionary(type => type.Manifest);

    /// <summary>Differs between programs that do not exchange the same messages.</summary>
    public static string Fingerprint { get; } = Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\n', Types.Select(type => type.Manifest).Order(StringComparer.Ordinal)))))[..12];

    public static WireType Of(object message) =>
        ByType.TryGetValue(message.GetType(), out var type)
            ? type
            : throw new ArgumentException($"{message.GetType()} has no wire form.", nameof(message));

    public static WireType Named(string manifest) =>
        ByManifest.TryGetValue(manifest, out var type)
            ? type
            : throw new WireFormatException($"'{manifest}' is no message of this program's version.");
}
