using System.Security.Cryptography;
using System.Text;
using MeanField.Core.Specification;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Workloads;

/// <summary>A specification as it is announced, compared and served.</summary>
internal sealed class SpecificationText
{
    private readonly byte[] _bytes;

    public SpecificationText(string text)
    {
        _bytes = Encoding.UTF8.GetBytes(text);
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(_bytes));
    }

    public static SpecificationText Of(ExperimentSpec specification) =>
        new(SpecificationJson.Write(specification, indented: false));

    /// <summary>
    /// SHA-256, lower-case hex: what all members of a run compare before they work together.
    /// </summary>
    public string Fingerprint { get; }

    public int Length => _bytes.Length;

    /// <summary>In UTF-8.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    public override string ToString() => Encoding.UTF8.GetString(_bytes);

    public Transfers.SpecificationServed Serve(RunId run, int offset)
    {
        var first = Math.Clamp(offset, 0, _bytes.Length);
        var length = Math.Min(Transfers.PieceBytes, _bytes.Length - first);
        return new(run, first, _bytes.AsMemory(first, length));
    }
}
