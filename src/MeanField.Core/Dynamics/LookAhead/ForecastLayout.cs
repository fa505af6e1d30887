namespace MeanField.Core.Dynamics.LookAhead;

/// <summary>
/// What the summary of a look-ahead window holds: per sample the prediction sum P_l; per sample of the window
/// before by how much its residual was wrong; per pair of samples of different steps the tangent sum K_lj.
/// </summary>
internal sealed class ForecastLayout(int steps, int batch)
{
    /// <summary>Samples of a whole window.</summary>
    public int Samples { get; } = steps * batch;

    public int SummaryLength => FirstPair + batch * batch * (steps * (steps - 1) / 2);

    /// <summary>The place of the first discrepancy.</summary>
    public int FirstDiscrepancy => Samples;

    private int FirstPair => 2 * Samples;

    /// <summary>Samples of the steps before that of sample l: so many pairs has it.</summary>
    public int Earlier(int sample) => sample / batch * batch;

    /// <summary>The place of K_l0; those of all earlier samples follow.</summary>
    public int Pairs(int sample)
    {
        var (step, item) = Math.DivRem(sample, batch);
        return FirstPair + batch * batch * (step * (step - 1) / 2) + item * step * batch;
    }
}
