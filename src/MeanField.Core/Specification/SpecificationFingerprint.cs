using System.Security.Cryptography;
using System.Text;

namespace MeanField.Core.Specification;

/// <summary>A name for a specification that two parties can compare.</summary>
public static class SpecificationFingerprint
{
    /// <summary>
    /// SHA-256, in lower-case hex, of the canonical JSON; a data file counts by its content, not by its
    /// place.
    /// </summary>
    public static string Of(ExperimentSpec specification)
    {
        if (specification.Data is FileData { Sha256: { } hash } file)
            specification = specification with { Data = file with { Path = hash } };
        var canonical = Encoding.UTF8.GetBytes(SpecificationJson.Write(specification, indented: false));
        return Convert.ToHexStringLower(SHA256.HashData(canonical));
    }
}
