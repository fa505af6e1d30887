using MeanField.Theory.Population;

namespace MeanField.Theory.Potentials;

/// <summary>V and U as sums over weighted samples: all of a finite law, or a sample of any other.</summary>
public sealed class SamplePotentials(RidgeNeuron neuron, WeightedSamples samples) : IPotentials
{
    public NeuronLayout Layout => neuron.Layout;

    public WeightedSamples Samples => samples;

    public double TargetSquare { get; } = samples.NoiseVariance
        + samples.Targets.Zip(samples.Weights, (y, weight) => weight * y * y).Sum();

    public void AddExternal(ReadOnlySpan<double> theta, double factor, Jet jet)
    {
        for (var k = 0; k < samples.Count; k++)
            AddNeuron(k, theta, -factor * samples.Weights[k] * samples.Targets[k], jet);
    }

    public void AddInteraction(
        ReadOnlySpan<double> theta, ReadOnlySpan<double> other, double factor, Jet jet)
    {
        for (var k = 0; k < samples.Count; k++)
            AddNeuron(k, theta, factor * samples.Weights[k] * neuron.Value(samples.Input(k), other), jet);
    }

    public IMeanInteraction Against(WeightedNeurons law)
    {
        var outputs = new double[samples.Count];
        for (var k = 0; k < samples.Count; k++)
            for (var i = 0; i < law.Count; i++)
                outputs[k] += law.Masses[i] * neuron.Value(samples.Input(k), law[i]);
        return new OutputInteraction(this, outputs);
    }

    private void AddNeuron(int k, ReadOnlySpan<double> theta, double factor, Jet jet)
    {
        var x = samples.Input(k);
        jet.Value += factor * neuron.Value(x, theta);
        if (jet.Order >= 1)
            neuron.AddGradient(x, theta, factor, jet.Gradient);
        if (jet.Order >= 2)
            neuron.AddHessian(x, theta, factor, jet.Hessian);
    }

    // E σ*(x; θ) f(x), with the outputs f solved once
    private sealed class OutputInteraction(SamplePotentials potentials, double[] outputs) : IMeanInteraction
    {
        public void Add(ReadOnlySpan<double> theta, double factor, Jet jet)
        {
            for (var k = 0; k < outputs.Length; k++)
                potentials.AddNeuron(k, theta, factor * potentials.Samples.Weights[k] * outputs[k], jet);
        }
    }
}
