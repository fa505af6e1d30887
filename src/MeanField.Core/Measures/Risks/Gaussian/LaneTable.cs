using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MeanField.Core.Measures.Risks.Gaussian;

/// <summary>Numbers of every ridge, one line per order (or coordinate), ridges in lanes.</summary>
/// <param name="values">Line n of ridge i at n · padded + i.</param>
/// <param name="padded">Ridges, rounded up to whole lanes.</param>
internal readonly ref struct LaneTable(double[] values, int padded)
{
    private readonly ReadOnlySpan<Vector512<double>> _groups =
        MemoryMarshal.Cast<double, Vector512<double>>(values);

    /// <summary>Vectors per line.</summary>
    public int Groups => padded / RidgeTable.Lanes;

    public int Lines => values.Length / padded;

    public Vector512<double> this[int line, int group] => _groups[line * Groups + group];

    /// <summary>Four ridges' numbers from <paramref name="row"/> on, line by line.</summary>
    public double[] Tile(int row)
    {
        var tile = new double[Lines * FourRows.Count];
        for (var line = 0; line < Lines; line++)
            values.AsSpan(line * padded + row, FourRows.Count).CopyTo(tile.AsSpan(line * FourRows.Count));
        return tile;
    }
}
