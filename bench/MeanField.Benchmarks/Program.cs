using System.Diagnostics;
using MeanField.Benchmarks.Workloads;
using MeanField.Core.Dynamics;
using MeanField.Core.Serial;

for (var i = 0; i < 4; i++)
{
    var e = Experiment.Create(PaperLaw.Of(800, 40, 400_000));
    var c = Process.GetCurrentProcess().TotalProcessorTime;
    new SerialEngine(e).Run(_ => { }, default);
    Console.WriteLine($"serial N=800: {400_000 / (Process.GetCurrentProcess().TotalProcessorTime - c).TotalSeconds:F0} steps/s");
    var big = Experiment.Create(PaperLaw.Of(1_000_000, 40, 1000));
    ThreadedKernel.SecondsPerStep(big.Model, 1, 0, 1);
    c = Process.GetCurrentProcess().TotalProcessorTime;
    ThreadedKernel.SecondsPerStep(big.Model, 1, 0, 1);
    var c0 = (Process.GetCurrentProcess().TotalProcessorTime - c).TotalSeconds;
    c = Process.GetCurrentProcess().TotalProcessorTime;
    ThreadedKernel.SecondsPerStep(big.Model, 1, 0, 81);
    var c1 = (Process.GetCurrentProcess().TotalProcessorTime - c).TotalSeconds;
    Console.WriteLine($"N=1e6 1 thread {1e3 * (c1 - c0) / 80:F2} ms");
}
