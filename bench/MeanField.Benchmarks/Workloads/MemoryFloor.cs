using System.Diagnostics;
using System.Runtime.Intrinsics;
using MeanField.Core.Numerics;

namespace MeanField.Benchmarks.Workloads;

/// <summary>
/// The time to read and write every particle once, on as many threads: what a step that streams them pays at
/// least.
/// </summary>
internal static unsafe class MemoryFloor
{
    public static double SecondsPerPass(long numbers, int threads, int passes)
    {
        var buffers = Enumerable.Range(0, threads).Select(_ => new AlignedBuffer<double>(numbers / threads)).ToArray();
        void Pass(AlignedBuffer<double> buffer)
        {
            var factor = Vector512.Create(1.0000001);
            var end = buffer.Pointer + buffer.Length / Vector512<double>.Count * Vector512<double>.Count;
            for (var p = buffer.Pointer; p < end; p += Vector512<double>.Count)
                (Vector512.Load(p) * factor).Store(p);
        }

        Parallel.ForEach(buffers, Pass);
        var watch = Stopwatch.StartNew();
        Parallel.ForEach(buffers, buffer =>
        {
            for (var i = 0; i < passes; i++)
                Pass(buffer);
        });
        watch.Stop();
        foreach (var buffer in buffers)
            buffer.Dispose();
        return watch.Elapsed.TotalSeconds / passes;
    }
}
