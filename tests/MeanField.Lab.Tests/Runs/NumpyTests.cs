using MeanField.Core.Specification;
using MeanField.Core.Tests.Support;
using MeanField.Lab.Tests.Support;

namespace MeanField.Lab.Tests.Runs;

/// <summary>numpy opens what a run leaves, with the shapes and numbers that the run had.</summary>
public class NumpyTests
{
    [NumpyFact]
    public void Numpy_opens_a_completed_run()
    {
        using var directory = new TemporaryDirectory();
        new SampleRun { Batch = 2, Precision = Precision.Single }.Write(directory.Path);
        Assert.Equal(
            """
            (20, 2) float64 0.3333333333333333
            (6, 3) float32 1.125
            (3, 5) (3, 4) int64 18
            (3, 2, 3) 20.5
            """,
            NumpyFactAttribute.Ask($"""
                import numpy as np
                at = {Quote(directory.Path)} + '/'
                r, p = np.load(at + 'residuals.npy'), np.load(at + 'particles.npy', mmap_mode='r')
                h, t = np.load(at + 'histograms.npz'), np.load(at + 'paths.npz')
                print(r.shape, r.dtype, r[0, 0])
                print(p.shape, p.dtype, p[-1, -1])
                print(h['edges'].shape, h['counts'].shape, h['counts'].dtype, h['counts'].sum())
                print(t['paths'].shape, t['paths'][2, 1, 2])
                """));
    }

    [NumpyFact]
    public void Numpy_opens_the_residuals_of_a_run_that_is_being_written()
    {
        using var directory = new TemporaryDirectory();
        var run = new SampleRun();
        var time = new ManualTime();
        using var written = run.Create(directory.Path, time);
        foreach (var fact in run.Events.Take(3))
        {
            time.Advance(60);
            written.Accept(fact);
        }
        Assert.Equal("(10,)", NumpyFactAttribute.Ask(
            $"import numpy as np; print(np.load({Quote(directory.Path)} + '/residuals.npy').shape)"));
    }

    private static string Quote(string text) => "'" + text.Replace("'", "\\'") + "'";
}
