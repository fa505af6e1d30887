namespace MeanField.Benchmarks.Workloads;

/// <summary>
/// Processor time of this process: what work on one thread costs, however busy the machine is.
/// </summary>
internal static class CpuTime
{
    public static double NanosecondsOf(Action work)
    {
        var start = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - start).TotalNanoseconds;
    }
}
