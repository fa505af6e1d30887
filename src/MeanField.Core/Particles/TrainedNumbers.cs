namespace MeanField.Core.Particles;

/// <summary>Carries the trained numbers of particles between a leaf, lane by lane, and rows, particle by particle.</summary>
internal static unsafe class TrainedNumbers<T>
    where T : unmanaged
{
    public static void Read(ParticleLayout layout, T* leaf, int occupied, Span<T> particles)
    {
        var (lanes, length) = (layout.Lanes, layout.ParticleLength);
        for (var first = 0; first < occupied; first += lanes, leaf += layout.GroupLength)
        {
            var group = particles.Slice(first * length, Math.Min(lanes, occupied - first) * length);
            for (var column = 0; column < length; column++)
            {
                var row = leaf + layout.TrainedRows[column] * lanes;
                for (var at = column; at < group.Length; at += length)
                    group[at] = *row++;
            }
        }
    }

    public static void Write(ParticleLayout layout, ReadOnlySpan<T> particles, T* leaf, int occupied)
    {
        var (lanes, length) = (layout.Lanes, layout.ParticleLength);
        for (var first = 0; first < occupied; first += lanes, leaf += layout.GroupLength)
        {
            var group = particles.Slice(first * length, Math.Min(lanes, occupied - first) * length);
            for (var column = 0; column < length; column++)
            {
                var row = leaf + layout.TrainedRows[column] * lanes;
                for (var at = column; at < group.Length; at += length)
                    *row++ = group[at];
            }
        }
    }
}
