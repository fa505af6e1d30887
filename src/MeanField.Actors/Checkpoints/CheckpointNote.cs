using System.Text.Json;
using MeanField.Core.Dynamics;

namespace MeanField.Actors.Checkpoints;

/// <summary>What is written beside the numbers: whose they are, and their hash.</summary>
internal sealed record CheckpointNote
{
    private const int PresentFormat = 1;

    private static readonly JsonSerializerOptions Layout =
        new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    public int Format { get; init; } = PresentFormat;

    /// <summary>Of the specification.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>k: the particles are θ^k.</summary>
    public required long Step { get; init; }

    public required long FirstParticle { get; init; }

    public required long Particles { get; init; }

    /// <summary>D.</summary>
    public required int ParticleLength { get; init; }

    /// <summary>SHA-256 of the .npy file, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    public static CheckpointNote Of(
        IMeanFieldModel model, string fingerprint, CheckpointName name, string sha256)
    {
        var (first, count) = model.ParticlesOf(name.Leaves);
        return new()
        {
            Fingerprint = fingerprint,
            Step = name.Step,
            FirstParticle = first,
            Particles = count,
            ParticleLength = model.ParticleLength,
            Sha256 = sha256,
        };
    }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Layout);

    /// <exception cref="InvalidDataException">No note that this version understands.</exception>
    public static CheckpointNote Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<CheckpointNote>(json, Layout) is { Format: PresentFormat } note
                ? note
                : throw new InvalidDataException("its note is of another format");
        }
        catch (JsonException cause)
        {
            throw new InvalidDataException("its note cannot be read", cause);
        }
    }
}
