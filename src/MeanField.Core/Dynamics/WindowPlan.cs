using MeanField.Core.Data;
using MeanField.Core.Dynamics.LookAhead;
using MeanField.Core.Measures;
using MeanField.Core.Numerics;
using MeanField.Core.Particles;
using MeanField.Core.Specification;

namespace MeanField.Core.Dynamics;

/// <summary>What every window of a run shares: the law, the schedule and the coefficients of the step.</summary>
internal sealed class WindowPlan
{
    private readonly TrainingSpec _training;

    public WindowPlan(ExperimentSpec spec, IDataLaw law, ParticleLayout layout, StepSchedule schedule)
    {
        (Law, Layout, Schedule, _training) = (law, layout, schedule, spec.Training);
        ActivationTable = Model.ActivationTable.Of(spec.Network.Activation);
        (Seed, Observe) = (spec.Seed, spec.Observe);
        (Batch, SignalLength) = (spec.Training.Batch, spec.SignalLength);
        StepsPerWindow = spec.Communication is LookAheadCommunication ahead
            ? ahead.Window
            : Math.Max(1, spec.Compute.Window / Batch);
        Forecast = spec.Communication is LookAheadCommunication ? new ForecastLayout(StepsPerWindow, Batch) : null;
        Tolerance = (spec.Communication as LookAheadCommunication)?.Tolerance;
        OutputScale = NetworkScale.Of(spec.Network);
        var scale = spec.Network.Scaling == Scaling.MeanField ? 1 : 1 / Math.Sqrt(spec.Network.Particles);
        GradientScale = spec.Training.GradientFactor / Batch * scale;
    }

    public IDataLaw Law { get; }

    public ParticleLayout Layout { get; }

    public StepSchedule Schedule { get; }

    /// <summary>What a parametrised activation reads; alive as long as any block of the run.</summary>
    public AlignedBuffer<double> ActivationTable { get; }

    public ulong Seed { get; }

    public ObserveSpec Observe { get; }

    public int Batch { get; }

    public int StepsPerWindow { get; }

    /// <summary>Samples of a full window: the stride of all tables over samples.</summary>
    public int Samples => StepsPerWindow * Batch;

    public long Steps => _training.Steps;

    /// <summary>What is summed where residuals are foretold; null where every step has a round.</summary>
    public ForecastLayout? Forecast { get; }

    /// <summary>Numbers in the summary of a round.</summary>
    public int SummaryLength => Forecast?.SummaryLength ?? Batch;

    /// <summary>Numbers in the signal of a step: its residuals, and behind them what certifies them.</summary>
    public int SignalLength { get; }

    /// <summary>What residuals may be wrong by; null where they are not tried.</summary>
    public double? Tolerance { get; }

    /// <summary>α/N, or α/√N in the lazy scalings.</summary>
    public double OutputScale { get; }

    /// <summary>gradientFactor / batch, and 1/√N in the lazy scalings.</summary>
    public double GradientScale { get; }

    public RatesSpec Rates => _training.Rates;

    public bool Noisy => _training.InverseTemperature is not null;

    public bool Decaying => _training.WeightDecay != 0;

    /// <summary>1 − 2λs.</summary>
    public double Decay(double stepSize) => 1 - 2 * _training.WeightDecay * stepSize;

    /// <summary>√(4s/β), or √(2s/β) as printed.</summary>
    public double NoiseScale(double stepSize)
    {
        if (_training.InverseTemperature is not { } beta)
            return 0;
        var factor = _training.Noise == NoiseConvention.PdeConsistent ? 4 : 2;
        return Math.Sqrt(factor * stepSize / beta);
    }
}
