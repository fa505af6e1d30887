using System.Globalization;
using MeanField.Actors.Workloads;

namespace MeanField.Actors.Tests.Oscillators;

/// <summary>Specifications are a line of numbers, so that a second process could open them as well.</summary>
internal sealed class OscillatorSource : IWorkloadSource
{
    public IWorkload Open(string specification)
    {
        var words = specification.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => long.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        var model = new OscillatorModel(words[0], words[1], (int)words[2])
        {
            Mishap = (Mishap)words[3],
            MishapStep = words[4],
            StepsPerRound = (int)words[5],
        };
        return new OscillatorWorkload(model, [.. words[7..]], (int)words[6]);
    }

    public WorkloadOutline Outline(string specification)
    {
        var model = Open(specification).Model;
        return new(model.Steps, model.SignalLength);
    }

    public static string Write(OscillatorWorkload workload)
    {
        var model = workload.Oscillators;
        return string.Create(CultureInfo.InvariantCulture,
            $"{model.Particles} {model.Steps} {model.SummaryLength} {(int)model.Mishap} {model.MishapStep} ")
            + $"{model.StepsPerRound} {workload.PathLength} {string.Join(' ', workload.ObservedSteps)}";
    }
}
