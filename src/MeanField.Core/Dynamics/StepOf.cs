using System.Numerics;

namespace MeanField.Core.Dynamics;

/// <summary>A step of a window; no window: none.</summary>
internal readonly record struct StepOf<T>(SampleWindow<T>? Window, int Step)
    where T : unmanaged, INumberBase<T>;
