using System.Collections.Immutable;
using MeanField.Cli.Progress;
using MeanField.Lab.Studies;
using MeanField.Lab.Studies.Publishing;

namespace MeanField.Cli.Running;

/// <summary>Measures claims one after another and says on standard error how it goes.</summary>
internal sealed class VerifyRun(Shell shell, StudyScope scope)
{
    public Verification Measure(IReadOnlyList<Claim> claims)
    {
        var measured = ImmutableArray.CreateBuilder<MeasuredClaim>(claims.Count);
        foreach (var claim in claims)
        {
            scope.Cancellation.ThrowIfCancellationRequested();
            var start = shell.Clock.GetTimestamp();
            var finding = claim.Measure(scope);
            var duration = shell.Clock.GetElapsedTime(start);
            measured.Add(new(claim, finding, duration));
            shell.Error.WriteLine(
                $"{measured.Count} of {claims.Count}: {claim.Name} {CheckWords.Word(finding.Verdict)}, "
                + Duration.Format(duration));
        }
        return new(scope.Effort, measured.MoveToImmutable());
    }
}
