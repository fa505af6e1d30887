using System.Collections.Immutable;
using MeanField.Lab.Animations.Drawing;

namespace MeanField.Lab.Animations;

/// <summary>One picture of an animation: what is drawn over its backdrop, and for how long.</summary>
/// <param name="Label">What is seen, for who does not see it.</param>
/// <param name="Milliseconds">How long it stands.</param>
/// <param name="Marks">From the bottom to the top.</param>
public sealed record Frame(string Label, int Milliseconds, ImmutableArray<Mark> Marks);
