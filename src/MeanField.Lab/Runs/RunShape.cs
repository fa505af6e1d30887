using MeanField.Core.Dynamics;

namespace MeanField.Lab.Runs;

/// <summary>The sizes of what a run records.</summary>
/// <param name="Particles">N.</param>
/// <param name="ParticleLength">D, numbers per particle.</param>
/// <param name="Steps">Steps of the whole run.</param>
/// <param name="SignalLength">Residuals per step: the batch.</param>
/// <param name="CertificateLength">Numbers per step that say how good residuals were.</param>
public sealed record RunShape(
    long Particles, int ParticleLength, long Steps, int SignalLength, int CertificateLength = 0)
{
    /// <summary>Numbers per step that engines tell.</summary>
    internal int JournalLength => SignalLength + CertificateLength;

    public static RunShape Of(IMeanFieldModel model) =>
        new(
            model.Particles,
            model.ParticleLength,
            model.Steps,
            model.SignalLength - model.CertificateLength,
            model.CertificateLength);
}
