using System.Xml.Linq;
using MeanField.Lab.Reports.Words;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Reports.Sections;

/// <summary>What was run, in words.</summary>
internal static class SettingsSection
{
    public static XElement Of(RunRecord run) => Html.Section("What was run", Html.Terms(Terms(run)));

    private static IEnumerable<(string Term, object Meaning)> Terms(RunRecord run)
    {
        var (network, training) = (run.Spec.Network, run.Spec.Training);
        yield return ("Data", DataWords.Of(run.Spec.Data));
        yield return ("Network", NetworkWords.Of(network));
        yield return ("Activation", $"σ(t) = {NetworkWords.Of(network.Activation)}");
        yield return ("Weights w", $"start as {NetworkWords.Of(network.Weights.Initial)}");
        yield return ("Amplitudes a", NetworkWords.Of(network.Amplitude));
        yield return ("Biases b", NetworkWords.Of(network.Bias));
        yield return ("Training", TrainingWords.Of(training));
        if (TrainingWords.Regularisation(training) is { } regularisation)
            yield return ("Regularisation", regularisation);
        if (CommunicationWords.Of(run.Spec.Communication, run.Result.Certificate) is { } communication)
            yield return ("Communication", communication);
        yield return ("Reference", Reference(run.Result.Theory));
        yield return ("Fingerprint", Html.Code(run.Manifest.Fingerprint));
        yield return ("Final state", run.Result.FinalStateHash is { } hash ? Html.Code(hash) : "not reached");
    }

    private static string Reference(TheoryNote? note) => note switch
    {
        null => "not asked for",
        { Solver: null } => note.Reason,
        _ => $"{note.Solver}: {note.Reason}",
    };
}
