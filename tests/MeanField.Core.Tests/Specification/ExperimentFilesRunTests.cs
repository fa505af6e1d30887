using System.Globalization;
using MeanField.Core.Dynamics;
using MeanField.Core.Serial;
using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Specification;

public sealed class ExperimentFilesRunTests
{
    private const int Steps = 20;

    [Theory]
    [MemberData(nameof(ExperimentFiles.Names), MemberType = typeof(ExperimentFiles))]
    public void Every_experiment_runs_its_first_steps(string file)
    {
        var spec = ReadShortened(ExperimentFiles.PathOf(file));
        var events = new List<RunEvent>();

        new SerialEngine(Experiment.Create(spec)).Run(events.Add, CancellationToken.None);

        var observations = events.OfType<MeasureObserved>().Select(measured => measured.Observation).ToList();
        Assert.Equal(new RunCompleted(Steps), events[^1]);
        Assert.Equal([0, Steps], observations.Select(observation => observation.Step));
        Assert.All(observations, observation => Assert.True(double.IsFinite(observation.Risk)));
    }

    private static ExperimentSpec ReadShortened(string path)
    {
        var horizon = Steps * SpecificationFile.Read(path).Training.StepSize;
        return SpecificationFile.Read(
            path,
            [
                $"training.horizon={horizon.ToString(CultureInfo.InvariantCulture)}",
                "observe.times=null",
                "observe.every=null",
                "observe.testSamples=100",
            ]);
    }
}
