using MeanField.Theory.Integration;

namespace MeanField.Theory.Population;

/// <summary>ρ₀ as the image of the uniform law on a cube.</summary>
public sealed class StartLaw
{
    private readonly NetworkSpec _network;
    private readonly NeuronLayout _layout;
    private readonly ScalarLaw[] _scalars;
    private readonly int _listed;

    public StartLaw(NetworkSpec network, NeuronLayout layout)
    {
        (_network, _layout) = (network, layout);
        ScalarParameterSpec[] carried = [network.Amplitude, network.Bias];
        _scalars = [.. carried.Where(NeuronLayout.IsCarried).Select(parameter => parameter.Initial)];
        _listed = network.Weights.Initial is RowWeights rows
            ? rows.Values.Count
            : _scalars.OfType<ListedScalar>().Select(list => list.Values.Count).FirstOrDefault();
        Coordinates = (_listed > 0 ? 1 : 0)
            + (network.Weights.Initial is GaussianWeights or SphereWeights ? layout.Dimension : 0)
            + _scalars.Count(law => law is GaussianScalar or UniformScalar);
    }

    /// <summary>Of the cube.</summary>
    public int Coordinates { get; }

    /// <summary>The neuron at a point of the cube.</summary>
    public double[] At(ReadOnlySpan<double> point)
    {
        var theta = new double[_layout.Length];
        var used = 0;
        var row = _listed > 0 ? Math.Min((int)(point[used++] * _listed), _listed - 1) : 0;
        switch (_network.Weights.Initial)
        {
            case FixedWeights fixedAt:
                fixedAt.Value.AsSpan().CopyTo(theta);
                break;
            case RowWeights rows:
                rows.Values[row].AsSpan().CopyTo(theta);
                break;
            case var law:
                PlaceDirection(law, point.Slice(used, _layout.Dimension), theta);
                used += _layout.Dimension;
                break;
        }
        for (var i = 0; i < _scalars.Length; i++)
            theta[_layout.Dimension + i] = _scalars[i] switch
            {
                ConstantScalar constant => constant.Value,
                ListedScalar listed => listed.Values[row],
                GaussianScalar gaussian => gaussian.Scale * ShiftedLattice.Quantile(point[used++]),
                UniformScalar uniform => uniform.Low + (uniform.High - uniform.Low) * point[used++],
                var law => throw new NotSupportedException($"no start {law.GetType().Name}"),
            };
        return theta;
    }

    private void PlaceDirection(WeightLaw law, ReadOnlySpan<double> levels, double[] theta)
    {
        var square = 0.0;
        for (var i = 0; i < levels.Length; i++)
        {
            theta[i] = ShiftedLattice.Quantile(levels[i]);
            square += theta[i] * theta[i];
        }
        var scale = law switch
        {
            GaussianWeights gaussian => gaussian.Scale / Math.Sqrt(levels.Length),
            SphereWeights sphere => sphere.Radius / Math.Sqrt(square),
            _ => throw new NotSupportedException($"no start {law.GetType().Name}"),
        };
        for (var i = 0; i < levels.Length; i++)
            theta[i] *= scale;
    }
}
