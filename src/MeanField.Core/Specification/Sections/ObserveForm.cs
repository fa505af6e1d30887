using MeanField.Core.Specification.Forms;

namespace MeanField.Core.Specification.Sections;

internal static class ObserveForm
{
    private const int MostObservations = 100_000;

    private static readonly ListForm<double> Times =
        new(NumberForm.NonNegative, $"an ascending list of at most {MostObservations} times")
        {
            AtMost = MostObservations,
            Check = Ascend,
        };

    private static readonly ObjectForm<HistogramSpec> Histogram =
        new ObjectForm<HistogramSpec>(new(HistogramQuantity.WeightNorm, 60))
            .Optional(
                "of",
                "The quantity counted",
                new ChoiceForm<HistogramQuantity>(),
                h => h.Of,
                (h, v) => h with { Of = v })
            .Optional(
                "bins",
                "Equal bins over its range",
                new IntegerForm<int>(1, 10_000),
                h => h.Bins,
                (h, v) => h with { Bins = v });

    public static readonly ObjectForm<ObserveSpec> Form =
        new ObjectForm<ObserveSpec>(new()) { Check = TimesOrEvery }
            .Optional(
                "times",
                "Observed times; start and horizon always are",
                new OrNull<Values>(Times),
                o => o.Times,
                (o, v) => o with { Times = v })
            .Optional(
                "every",
                "The spacing of observed times, instead of times",
                new NumberOrNull<double>(NumberForm.Positive),
                o => o.Every,
                (o, v) => o with { Every = v })
            .Optional(
                "testSamples",
                "Fresh samples per observed time for the risk",
                new IntegerForm<int>(2, 100_000_000),
                o => o.TestSamples,
                (o, v) => o with { TestSamples = v })
            .Optional(
                "histogram",
                "null: none",
                new OrNull<HistogramSpec>(Histogram),
                o => o.Histogram,
                (o, v) => o with { Histogram = v })
            .Optional(
                "track",
                "So many particles' paths are kept",
                new IntegerForm<int>(0, int.MaxValue),
                o => o.Track,
                (o, v) => o with { Track = v })
            .Optional(
                "testFunctions",
                "Bounded functions whose means are recorded",
                TestFunctionForm.List,
                o => o.TestFunctions,
                (o, v) => o with { TestFunctions = v });

    private static void Ascend(Values times, Cursor at)
    {
        for (var i = 1; i < times.Count; i++)
        {
            var before = times[i - 1];
            var here = at.Element(i, null);
            if (here.IsClean && at.Element(i - 1, null).IsClean && times[i] <= before)
                here.Refuse($"must be above the time before ({Phrase.Of(before)}), is {Phrase.Of(times[i])}");
        }
    }

    private static void TimesOrEvery(ObserveSpec observe, Cursor at)
    {
        if (observe is { Times: not null, Every: not null })
            at.Refuse("every", "must be absent or null where times are given");
    }
}
