using MeanField.Core.Specification.Forms;

namespace MeanField.Core.Specification.Sections;

/// <summary>Forms that several sections share.</summary>
internal static class Common
{
    public const int LargestDimension = 65536;

    public static readonly IntegerForm<int> Dimension = new(1, LargestDimension);

    public static readonly ListForm<double> Vector =
        new(NumberForm.Any, "a list of numbers, at least 1") { AtLeast = 1 };

    public static readonly ListForm<Values> Matrix =
        new(Vector, "a list of rows of numbers, at least 1") { AtLeast = 1 };

    /// <summary>Points (t, value) with ascending t.</summary>
    public static ListForm<Values> Knots(int atLeast, NumberForm ordinate)
    {
        const string pair = "a pair of numbers [t, value]";
        var knot = new ListForm<double>(NumberForm.Any, pair) { AtLeast = 2, AtMost = 2 };
        return new(knot, $"a list of pairs [t, value], at least {atLeast}, t ascending")
        {
            AtLeast = atLeast,
            Check = (knots, at) => KnotsAscend(knots, ordinate, at),
        };
    }

    /// <summary>Notes a list that has not as many entries as something else demands.</summary>
    public static void RequireCount(Cursor at, string member, int count, long needed, string why)
    {
        if (count != needed)
            at.Refuse(member, $"must have {needed} entries ({why}), has {count}");
    }

    private static void KnotsAscend(Rows knots, NumberForm ordinate, Cursor at)
    {
        for (var i = 0; i < knots.Count; i++)
        {
            var here = at.Element(i, null);
            if (!here.IsClean)
                continue;
            if (!ordinate.IsAllowed(knots[i][1]))
                here.Element(1, null).Refuse($"must be {ordinate.Allowed}, is {Phrase.Of(knots[i][1])}");
            if (i > 0 && at.Element(i - 1, null).IsClean)
                RequireAscent(knots[i - 1][0], knots[i][0], here);
        }
    }

    private static void RequireAscent(double before, double t, Cursor at)
    {
        if (t <= before)
            at.Refuse($"must have t above the knot before ({Phrase.Of(before)}), has {Phrase.Of(t)}");
    }
}
