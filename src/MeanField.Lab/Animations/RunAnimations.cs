using MeanField.Lab.Animations.Densities;
using MeanField.Lab.Animations.Fields;
using MeanField.Lab.Animations.Forces;
using MeanField.Lab.Animations.Pages;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Animations;

/// <summary>All animations that a run's files allow, drawn from the files alone.</summary>
public static class RunAnimations
{
    /// <summary>None of a run that failed: where the dynamics diverge there is nothing to look at.</summary>
    public static IReadOnlyList<Animation> Of(RunRecord run)
    {
        if (run.Result.Status == RunStatus.Failed)
            return [];
        Animation?[] animations = [ForcesAnimation.Of(run), FieldAnimation.Of(run), DensityAnimation.Of(run)];
        return [.. animations.OfType<Animation>()];
    }

    /// <summary>Writes anew <c>animations/*.html</c> and <c>animations/frames/*.png</c>.</summary>
    public static void Write(string directory, IReadOnlyList<Animation> animations)
    {
        RunPlace.ClearAnimations(directory);
        if (animations.Count == 0)
            return;
        var folder = Path.Combine(directory, RunFiles.Animations);
        var stills = Path.Combine(folder, RunFiles.AnimationFrames);
        Directory.CreateDirectory(stills);
        foreach (var animation in animations)
        {
            AtomicFile.WriteText(Path.Combine(folder, animation.Name + ".html"), AnimationPage.Of(animation));
            foreach (var (index, png) in AnimationImage.Stills(animation))
                AtomicFile.WriteBytes(Path.Combine(stills, $"{animation.Name}-{index:000}.png"), png);
        }
    }
}
