using System.Numerics;
using MeanField.Core.Dynamics;
using MeanField.Core.Numerics;

namespace MeanField.Core.Particles;

/// <summary>The particles of a range of leaves, in one native buffer of their own.</summary>
internal sealed unsafe class ParticleStore<T> : IDisposable
    where T : unmanaged, INumberBase<T>
{
    private readonly AlignedBuffer<T> _rows;

    public ParticleStore(ParticleLayout layout, LeafRange leaves)
    {
        Layout = layout;
        Leaves = leaves;
        LeafLength = (long)layout.GroupsPerLeaf * layout.GroupLength;
        _rows = new AlignedBuffer<T>(LeafLength * leaves.Count);
    }

    public ParticleLayout Layout { get; }

    public LeafRange Leaves { get; }

    /// <summary>Numbers per leaf.</summary>
    public long LeafLength { get; }

    /// <summary>The first group of a leaf, counted from the start of the range.</summary>
    public T* Leaf(int local) => _rows.Pointer + local * LeafLength;

    public void Fill(InitialParticles initial)
    {
        var weights = new double[Layout.Dimension];
        for (var leaf = 0; leaf < Leaves.Count; leaf++)
        {
            var first = (long)(Leaves.First + leaf) * Layout.Leaf;
            for (var i = 0; i < Layout.Occupied(Leaves.First + leaf); i++)
            {
                initial.Weights(first + i, weights);
                Place(Leaf(leaf), i, weights, initial, first + i);
            }
        }
    }

    private void Place(T* leaf, int index, double[] weights, InitialParticles initial, long particle)
    {
        var group = leaf + (long)(index / Layout.Lanes) * Layout.GroupLength + index % Layout.Lanes;
        for (var i = 0; i < weights.Length; i++)
            Set(i, weights[i]);
        if (Layout.BiasTrained)
            Set(Layout.Dimension, initial.Bias(particle));
        if (Layout.FrozenBiasRow is { } bias)
            Set(bias, initial.Bias(particle));
        if (Layout.AmplitudeRow is { } amplitude)
            Set(amplitude, initial.Amplitude(particle));
        if (!Layout.Linearized)
            return;
        for (var i = 0; i < Layout.MatrixRows; i++)
            group[(Layout.StartRow + i) * Layout.Lanes] = group[i * Layout.Lanes];
        if (Layout.AmplitudeTrained)
            Set(Layout.StartAmplitudeRow!.Value, initial.Amplitude(particle));

        void Set(int row, double value) => group[row * Layout.Lanes] = T.CreateTruncating(value);
    }

    public void Dispose() => _rows.Dispose();
}
