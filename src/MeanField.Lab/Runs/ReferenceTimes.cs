namespace MeanField.Lab.Runs;

/// <summary>
/// The times to solve the reference at: every observed one exactly, and enough between for a smooth curve.
/// </summary>
public static class ReferenceTimes
{
    private const int Points = 80;

    /// <param name="observed">Ascending observed times.</param>
    public static IReadOnlyList<double> Of(IReadOnlyList<double> observed)
    {
        var horizon = observed[^1];
        var first = observed.FirstOrDefault(time => time > 0);
        if (first <= 0)
            return [.. observed.Distinct()];
        var even = Enumerable.Range(1, Points - 1).Select(i => horizon * i / Points);
        var geometric = Enumerable.Range(1, Points - 1)
            .Select(i => first * Math.Pow(horizon / first, (double)i / Points));
        var between = even.Concat(first < horizon ? geometric : []).Where(time => time < horizon);
        return [.. observed.Concat(between).Distinct().Order()];
    }
}
