using MeanField.Core.Randomness;

namespace MeanField.Core.Data.Tables;

/// <summary>
/// Which rows are trained on and which are held out: a shuffle that depends on the seed alone.
/// </summary>
/// <param name="Training">Rows to draw from.</param>
/// <param name="HeldOut">Rows that the risk is measured on.</param>
internal sealed record RowSplit(int[] Training, int[] HeldOut)
{
    /// <exception cref="Specification.SpecificationException">One of the parts would be empty.</exception>
    public static RowSplit Of(int rows, double holdout, ulong seed)
    {
        var heldOut = (int)Math.Round(holdout * rows);
        if (rows == 0)
            throw TableFault.At("data.path", "has no rows under its header");
        if (rows == heldOut || (holdout > 0 && heldOut == 0))
        {
            FormattableString message =
                $"is {holdout} and holds out {heldOut} of {rows} rows; both parts need one";
            throw TableFault.At("data.holdout", FormattableString.Invariant(message));
        }
        var order = Shuffled(rows, seed);
        return new RowSplit(order[heldOut..], order[..heldOut]);
    }

    /// <summary>Fisher–Yates.</summary>
    private static int[] Shuffled(int rows, ulong seed)
    {
        var order = Enumerable.Range(0, rows).ToArray();
        for (var last = rows - 1; last > 0; last--)
        {
            var other = (int)Uniforms.Below(seed, Purpose.Holdout, 0, last, 0, last + 1);
            (order[last], order[other]) = (order[other], order[last]);
        }
        return order;
    }
}
