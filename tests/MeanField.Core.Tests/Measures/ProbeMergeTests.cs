using CsCheck;
using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Measures;

public class ProbeMergeTests
{
    private const int Leaves = 5;

    /// <summary>An order of the leaves, cut after some of them.</summary>
    private static readonly Gen<int[][]> Partitions =
        Gen.Select(Gen.Shuffle(Enumerable.Range(0, Leaves).ToArray()), Gen.Bool.Array[Leaves], Cut);

    [Fact]
    public void Partial_answers_merge_to_the_same_bits_in_any_order_and_grouping()
    {
        var data = new LinearTeacherData(3, [1, 2, 2], 0.1);
        var spec = Specs.With(256 * Leaves - 3, new TanhActivation(), data, samples: 3);
        spec = spec with
        {
            Observe = spec.Observe with
            {
                Histogram = new(HistogramQuantity.WeightNorm, 9),
                Track = 300,
                TestFunctions = [new("f", TestFunctionKind.Gaussian, "w1", 2)],
            },
        };
        var network = new PlainNetwork(spec);
        var whole = network.Observe();

        Partitions.Sample(
            blocks =>
            {
                var plan = network.Plan();
                while (plan.Next is { } request)
                    plan.Accept(network.Answer(plan, request, blocks));
                var observed = plan.Complete();
                return observed.Risk.Equals(whole.Risk)
                    && observed.Columns.SequenceEqual(whole.Columns)
                    && observed.Paths.SequenceEqual(whole.Paths)
                    && observed.Histogram!.Counts.SequenceEqual(whole.Histogram!.Counts)
                    && observed.Histogram.Low.Equals(whole.Histogram.Low);
            },
            iter: 20);
    }

    private static int[][] Cut(int[] order, bool[] cuts)
    {
        var blocks = new List<List<int>> { new() };
        for (var i = 0; i < order.Length; i++)
        {
            blocks[^1].Add(order[i]);
            if (cuts[i])
                blocks.Add([]);
        }
        return [.. blocks.Select(block => block.ToArray())];
    }
}
