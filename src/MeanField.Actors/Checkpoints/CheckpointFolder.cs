using System.Security.Cryptography;
using MeanField.Core.Dynamics;
using MeanField.Core.Files;
using MeanField.Core.Specification;

namespace MeanField.Actors.Checkpoints;

/// <summary>
/// The checkpoints of one specification in files: numbers in .npy, and a note that is written when they are
/// on disk and says what they must be. Whoever writes the same checkpoint writes the same bytes.
/// </summary>
internal sealed class CheckpointFolder(string directory, string fingerprint, IMeanFieldModel model)
{
    /// <summary>
    /// Enough of the fingerprint to tell specifications apart in a listing; the note has it all.
    /// </summary>
    private const int NameLength = 16;

    /// <summary>Two copies of a shard may live for a moment, and write the same file at once.</summary>
    private readonly string _author = $".{Guid.NewGuid():N}";

    public string Path { get; } = PathOf(directory, fingerprint);

    public static string PathOf(string directory, string fingerprint) =>
        System.IO.Path.Combine(directory, fingerprint[..NameLength]);

    public static bool IsFolder(string path) =>
        System.IO.Path.GetFileName(path) is { Length: NameLength } name && name.All(char.IsAsciiHexDigitLower);

    /// <summary>Bytes of a checkpoint's file before its numbers.</summary>
    public static int HeadBytes => NpyHeader.EncodedLength;

    /// <summary>All checkpoints that have a note, the newest first.</summary>
    public IReadOnlyList<CheckpointName> List() => !Directory.Exists(Path) ? [] :
    [
        .. Directory.EnumerateFiles(Path, "leaves-*.json")
            .Select(file => CheckpointName.OfNote(System.IO.Path.GetFileName(file)))
            .OfType<CheckpointName>()
            .OrderByDescending(name => name.Step).ThenBy(name => name.Leaves.First),
    ];

    /// <summary>
    /// Writes numbers that lie behind <see cref="HeadBytes"/> of room for their head; tells how long the
    /// processor was at it, the disk not waited for.
    /// </summary>
    public TimeSpan Write(CheckpointName name, Memory<byte> file, TimeProvider clock)
    {
        var started = clock.GetTimestamp();
        var (_, particles) = model.ParticlesOf(name.Leaves);
        new NpyHeader(Element, [particles, model.ParticleLength]).Encode().CopyTo(file);
        var hash = Convert.ToHexStringLower(SHA256.HashData(file.Span));
        var spent = clock.GetElapsedTime(started);
        Directory.CreateDirectory(Path);
        AtomicFile.Write(At(name.Numbers), stream => spent += Write(stream, file, clock), _author);
        var note = CheckpointNote.Of(model, fingerprint, name, hash).Write();
        AtomicFile.Write(At(name.Note), stream => stream.Write(note), _author);
        return spent;
    }

    /// <summary>The numbers, once they have been verified: of all leaves that the name says.</summary>
    /// <param name="name">One of <see cref="List"/>.</param>
    /// <param name="buffer">Holds the numbers; a larger one takes its place where it is too small.</param>
    /// <exception cref="InvalidDataException">It is damaged, or not of this specification.</exception>
    public ReadOnlySpan<byte> Read(CheckpointName name, ref byte[] buffer)
    {
        if (name.Leaves.First < 0 || name.Leaves.End > model.Leaves)
            throw new InvalidDataException("it has leaves that the run has not");
        var note = CheckpointNote.Read(File.ReadAllBytes(At(name.Note)));
        if (note != CheckpointNote.Of(model, fingerprint, name, note.Sha256))
            throw new InvalidDataException("it is of another run");
        var length = checked((int)(HeadBytes + model.Bytes(name.Leaves)));
        if (buffer.Length < length)
            buffer = new byte[length];
        using var stream = File.OpenRead(At(name.Numbers));
        if (stream.Length != length || stream.ReadAtLeast(buffer.AsSpan(0, length), length, false) < length)
            throw new InvalidDataException("it is not as long as it should be");
        var file = buffer.AsSpan(0, length);
        if (Convert.ToHexStringLower(SHA256.HashData(file)) != note.Sha256)
            throw new InvalidDataException("its numbers are not those that were written");
        return file[HeadBytes..];
    }

    /// <summary>Removes what is older than the newest few of the same leaves, up to the step given.</summary>
    public void Prune(LeafRange leaves, long step, int kept)
    {
        // what is newer belongs to a copy of the shard that is ahead, or will be of use soon
        foreach (var name in List().Where(name => name.Leaves == leaves && name.Step <= step).Skip(kept))
        {
            File.Delete(At(name.Note));
            File.Delete(At(name.Numbers));
        }
    }

    private NpyElement Element =>
        model.Precision == Precision.Double ? NpyElement.Float64 : NpyElement.Float32;

    private static TimeSpan Write(Stream stream, ReadOnlyMemory<byte> content, TimeProvider clock)
    {
        var started = clock.GetTimestamp();
        stream.Write(content.Span);
        return clock.GetElapsedTime(started);
    }

    private string At(string name) => System.IO.Path.Combine(Path, name);
}
