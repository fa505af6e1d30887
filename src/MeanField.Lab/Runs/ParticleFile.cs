using System.Security.Cryptography;

namespace MeanField.Lab.Runs;

/// <summary>The final particles, N × D: under a temporary name until they are all there.</summary>
internal sealed class ParticleFile : IDisposable
{
    private readonly string _path;
    private readonly RunShape _shape;
    private readonly NpyElement _element;
    private readonly NpyWriter _file;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public ParticleFile(string path, RunShape shape, Precision precision)
    {
        _path = path;
        _shape = shape;
        _element = precision == Precision.Single ? NpyElement.Float32 : NpyElement.Float64;
        _file = NpyWriter.Create(path + AtomicFile.TemporarySuffix, _element, shape.ParticleLength);
    }

    public void Append(long first, ReadOnlySpan<double> values)
    {
        if (first != _file.Rows)
            throw new InvalidOperationException($"particles from {_file.Rows} on are due, not from {first}");
        _file.Append(values);
        var bytes = new byte[values.Length * _element.Size()];
        _element.Encode(values, bytes);
        _hash.AppendData(bytes);
    }

    /// <summary>Takes the file into the directory and returns its hash, lower-case hex.</summary>
    public string Finish()
    {
        if (_file.Values != _shape.Particles * _shape.ParticleLength)
            throw new InvalidOperationException($"{_file.Rows} particles were read, not {_shape.Particles}");
        _file.Commit();
        _file.Dispose();
        File.Move(_path + AtomicFile.TemporarySuffix, _path, overwrite: true);
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    /// <summary>Closes; a file that was not finished goes away.</summary>
    public void Dispose()
    {
        _file.Dispose();
        _hash.Dispose();
        File.Delete(_path + AtomicFile.TemporarySuffix);
    }
}
