namespace MeanField.Lab.Animations.Forces;

/// <summary>What the talk shows one after another at one step.</summary>
internal enum ForcePhase
{
    Neurons,
    External,
    Interaction,
    Sum,
    MeanStep,
    Step,
    /// <summary>Both fields at once, for steps that are shown in one picture.</summary>
    Both,
}
