using System.Diagnostics;
using MeanField.Core.Dynamics;
using MeanField.Core.Numerics;

namespace MeanField.Benchmarks.Workloads;

/// <summary>The kernel on plain threads, a barrier per step: what actors are measured against.</summary>
internal static class ThreadedKernel
{
    /// <summary>Seconds per step, after <paramref name="warmUp"/> steps.</summary>
    public static double SecondsPerStep(IMeanFieldModel model, int threads, long warmUp, long steps)
    {
        var blocks = Enumerable.Range(0, threads)
            .Select(i => model.CreateBlock(LeafRange.Part(model.Leaves, i, threads))).ToArray();
        var sums = blocks.Select(_ => new ExactSum()).ToArray();
        var signal = new double[1];
        var watch = new Stopwatch();
        using var barrier = new Barrier(threads, _ => Respond(model, blocks[0].Step, sums, signal));

        void Work(int i)
        {
            for (long k = 0; k < warmUp + steps; k++)
            {
                if (i == 0 && k == warmUp)
                    watch.Start();
                sums[i].Clear();
                blocks[i].Summarise([sums[i]]);
                barrier.SignalAndWait();
                blocks[i].Advance(signal);
            }
        }

        var workers = Enumerable.Range(1, threads - 1).Select(i => new Thread(() => Work(i))).ToList();
        workers.ForEach(worker => worker.Start());
        Work(0);
        watch.Stop();
        workers.ForEach(worker => worker.Join());
        foreach (var block in blocks)
            block.Dispose();
        return watch.Elapsed.TotalSeconds / steps;
    }

    private static void Respond(IMeanFieldModel model, long step, ExactSum[] sums, double[] signal)
    {
        var total = new ExactSum();
        foreach (var sum in sums)
            total.Add(sum);
        model.Respond(step, [total.Round()], signal);
    }
}
