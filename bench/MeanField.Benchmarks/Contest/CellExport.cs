using MeanField.Core.Dynamics;
using MeanField.Core.Particles;
using MeanField.Core.Randomness;
using MeanField.Core.Specification;
using MeanField.Core.Files;

namespace MeanField.Benchmarks.Contest;

/// <summary>
/// Writes what every contestant starts from: particles.npy (N × D), inputs.npy and targets.npy.
/// </summary>
internal static class CellExport
{
    public static void Write(Cell cell, int samples, string directory)
    {
        Directory.CreateDirectory(directory);
        var spec = cell.Spec(Precision.Double);
        WriteParticles(spec, cell.Dimension, Path.Combine(directory, "particles.npy"));
        var law = Experiment.Create(spec).Law;
        using var inputs = NpyWriter.Create(
            Path.Combine(directory, "inputs.npy"), NpyElement.Float64, cell.Dimension);
        using var targets = NpyWriter.Create(Path.Combine(directory, "targets.npy"), NpyElement.Float64);
        var x = new double[cell.Dimension];
        for (var k = 0; k < samples; k++)
        {
            targets.Append([law.Draw(Purpose.Sample, k, 0, x)]);
            inputs.Append(x);
        }
        inputs.Commit();
        targets.Commit();
    }

    private static void WriteParticles(ExperimentSpec spec, int dimension, string path)
    {
        var initial = new InitialParticles(spec.Network, spec.Seed, dimension);
        var row = new double[dimension + (spec.Network.Amplitude.Trained ? 1 : 0)];
        using var file = NpyWriter.Create(path, NpyElement.Float64, row.Length);
        for (long i = 0; i < spec.Network.Particles; i++)
        {
            initial.Weights(i, row.AsSpan(0, dimension));
            if (row.Length > dimension)
                row[dimension] = initial.Amplitude(i);
            file.Append(row);
        }
        file.Commit();
    }
}
