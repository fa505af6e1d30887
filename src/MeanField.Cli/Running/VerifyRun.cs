using MeanField.Cli.Progress;
using MeanField.Lab.Studies;
using MeanField.Lab.Studies.Publishing;

namespace MeanField.Cli.Running;

/// <summary>Measures claims one after another, writes what there is, and says how it goes.</summary>
internal sealed class VerifyRun(Shell shell, StudyScope scope, string directory)
{
    public Verification Measure(IReadOnlyList<Claim> claims)
    {
        var verification = new Verification(scope.Effort, []);
        foreach (var claim in claims)
        {
            try
            {
                verification = With(verification, claim);
            }
            catch (OperationCanceledException)
                when (scope.Cancellation.IsCancellationRequested && verification.Claims.Length > 0)
            {
                throw new Refusal(
                    ExitCode.Interrupted,
                    "interrupted",
                    $"{verification.Claims.Length} of {claims.Count} claims are in {directory}");
            }
            VerifyFiles.Write(directory, verification);
            Report(verification.Claims[^1], verification.Claims.Length, claims.Count);
        }
        return verification;
    }

    private Verification With(Verification verification, Claim claim)
    {
        scope.Cancellation.ThrowIfCancellationRequested();
        var start = shell.Clock.GetTimestamp();
        var finding = claim.Measure(scope);
        var measured = new MeasuredClaim(claim, finding, shell.Clock.GetElapsedTime(start));
        return verification with { Claims = verification.Claims.Add(measured) };
    }

    private void Report(MeasuredClaim measured, int done, int all) => shell.Error.WriteLine(
        $"{done} of {all}: {measured.Claim.Name} {CheckWords.Word(measured.Finding.Verdict)}, "
        + Duration.Format(measured.Duration));
}
