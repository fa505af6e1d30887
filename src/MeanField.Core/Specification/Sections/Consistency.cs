using MeanField.Core.Specification.Forms;

namespace MeanField.Core.Specification.Sections;

/// <summary>
/// Conditions between sections; each is judged where all that it speaks of was read without fault.
/// </summary>
internal static class Consistency
{
    private const int MostObservations = 100_000;

    public static void Check(ExperimentSpec spec, Cursor at)
    {
        WeightsFit(spec, at);
        ScalarFits("amplitude", spec.Network.Amplitude, spec.Network.Particles, at);
        ScalarFits("bias", spec.Network.Bias, spec.Network.Particles, at);
        TimesFit(spec, at);
        HistogramVaries(spec, at);
        WindowFits(spec, at);
        if (at.AreClean("observe.track", "network.particles") && spec.Observe.Track > spec.Network.Particles)
        {
            at.Refuse("observe.track", $"must be at most network.particles ({spec.Network.Particles}), "
                + $"is {spec.Observe.Track}");
        }
    }

    private static void WeightsFit(ExperimentSpec spec, Cursor at)
    {
        const string path = "network.weights.initial";
        var isCountable = at.AreClean(path, "network.particles");
        if (DataDimension.Of(spec.Data) is { } dimension && at.AreClean(dimension.Path))
            DimensionConsistency.Check(spec, dimension, at);
        if (spec.Network.Weights.Initial is RowWeights rows && isCountable)
            RequireOnePerParticle(at, $"{path}.values", rows.Values.Count, spec.Network.Particles);
    }

    private static void ScalarFits(string name, ScalarParameterSpec parameter, long particles, Cursor at)
    {
        var path = $"network.{name}.initial";
        if (parameter.Initial is ListedScalar listed && at.AreClean(path, "network.particles"))
            RequireOnePerParticle(at, $"{path}.values", listed.Values.Count, particles);
    }

    private static void TimesFit(ExperimentSpec spec, Cursor at)
    {
        if (!at.AreClean("training.horizon"))
            return;
        var horizon = spec.Training.Horizon;
        for (var i = 0; i < spec.Observe.Times?.Count; i++)
        {
            var path = $"observe.times[{i}]";
            if (at.AreClean(path) && spec.Observe.Times[i] > horizon)
            {
                at.Refuse(path, $"must be at most training.horizon ({Phrase.Of(horizon)}), "
                    + $"is {Phrase.Of(spec.Observe.Times[i])}");
            }
        }

        if (at.AreClean("observe.every") && horizon / spec.Observe.Every > MostObservations)
            at.Refuse("observe.every", $"must give at most {MostObservations} times up to training.horizon");
    }

    private static void HistogramVaries(ExperimentSpec spec, Cursor at)
    {
        if (spec.Observe.Histogram is not { } histogram || !at.AreClean("observe.histogram"))
            return;
        if (histogram.Of == HistogramQuantity.Amplitude)
            RequireVarying("amplitude", spec.Network.Amplitude, at);
        if (histogram.Of == HistogramQuantity.Bias)
            RequireVarying("bias", spec.Network.Bias, at);
    }

    private static void WindowFits(ExperimentSpec spec, Cursor at)
    {
        if (spec.Communication is LookAheadCommunication ahead
            && at.AreClean("communication", "training.batch")
            && (long)ahead.Window * spec.Training.Batch is > CommunicationForm.MostSamples and var samples)
        {
            at.Refuse("communication.window", "must keep window · training.batch at most "
                + $"{CommunicationForm.MostSamples}, makes it {samples}");
        }
    }

    private static void RequireVarying(string name, ScalarParameterSpec parameter, Cursor at)
    {
        var path = $"network.{name}";
        if (parameter is { Trained: false, Initial: ConstantScalar constant } && at.AreClean(path))
        {
            at.Refuse("observe.histogram.of", "must be a quantity that varies; "
                + $"{path} is not trained and {Phrase.Of(constant.Value)} for every particle");
        }
    }

    private static void RequireOnePerParticle(Cursor at, string member, int count, long particles) =>
        Common.RequireCount(at, member, count, particles, "one per particle of network.particles");
}
