namespace MeanField.Core.Dynamics;

/// <summary>Where rounds begin and end.</summary>
public static class RoundSteps
{
    /// <summary>The step at which the round begins that this step is in.</summary>
    public static long RoundOf(this IMeanFieldModel model, long step) => step - step % model.StepsPerRound;

    /// <summary>Numbers in the signals of the round that begins at a step.</summary>
    public static int RoundSignalLength(this IMeanFieldModel model, long step) =>
        (int)Math.Min(model.StepsPerRound, model.Steps - step) * model.SignalLength;

    /// <summary>Of so many steps done, those of whole rounds.</summary>
    public static long WholeRounds(this IMeanFieldModel model, long steps) =>
        steps >= model.Steps ? model.Steps : model.RoundOf(steps);
}
