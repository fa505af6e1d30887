using System.Runtime.InteropServices;
using MeanField.Core.Particles;

namespace MeanField.Core.Dynamics;

// Between two windows, all delayed moves made, θ^k is the whole state: what is frozen follows from the
// seed, and a window opened on particles at rest gives the bits that it gives where the update of the
// window before is fused with it. Leaves never meet, so that each may have rested at a step of its own.
internal sealed unsafe partial class RidgeBlock<TSimd, TVector, T, TActivation>
{
    /// <summary>By leaf: the step at which it was created or restored.</summary>
    private readonly long[] _rests;

    private long _lastRest;

    public bool IsAtRest => !_summarised && BetweenWindows && _lastRest <= Step;

    public void Save(LeafRange leaves, Span<byte> destination)
    {
        if (!IsAtRest)
            throw new InvalidOperationException($"The particles are not at rest at step {Step}.");
        var numbers = MemoryMarshal.Cast<byte, T>(destination);
        for (var leaf = leaves.First - Leaves.First; leaf < leaves.End - Leaves.First; leaf++)
        {
            var occupied = Particles(leaf).Occupied;
            Materialise(leaf, _scratch.Value.Pointer);
            TrainedNumbers<T>.Read(_layout, _scratch.Value.Pointer, occupied, numbers);
            numbers = numbers[(occupied * _layout.ParticleLength)..];
            if (_ahead is not null)
                numbers = numbers[Copy(MemoryMarshal.Cast<double, T>(_ahead.Seen(leaf)), numbers)..];
        }
    }

    public void Restore(LeafRange leaves, long step, ReadOnlySpan<byte> source)
    {
        if (_opened)
            throw new InvalidOperationException("Particles that have moved already cannot be restored.");
        if (step < 0 || step > _plan.Steps || (step % _plan.StepsPerWindow != 0 && step != _plan.Steps))
            throw new ArgumentOutOfRangeException(nameof(step), step, "Particles never rest at this step.");
        var numbers = MemoryMarshal.Cast<byte, T>(source);
        for (var leaf = leaves.First - Leaves.First; leaf < leaves.End - Leaves.First; leaf++)
        {
            var occupied = Particles(leaf).Occupied;
            TrainedNumbers<T>.Write(_layout, numbers, _store.Leaf(leaf), occupied);
            numbers = numbers[(occupied * _layout.ParticleLength)..];
            if (_ahead is not null)
            {
                var seen = MemoryMarshal.Cast<double, T>(_ahead.Seen(leaf));
                numbers = numbers[Copy(numbers[..seen.Length], seen)..];
            }
            _rests[leaf] = step;
        }
        (Step, _lastRest) = (_rests.Min(), _rests.Max());
    }

    private static int Copy(ReadOnlySpan<T> source, Span<T> destination)
    {
        source.CopyTo(destination);
        return source.Length;
    }

    /// <summary>Copies a leaf as it stands at the current step.</summary>
    private void Materialise(int leaf, T* destination)
    {
        var (first, occupied) = Particles(leaf);
        // a window that has been opened is caught up with, whatever came before
        var untouched = _rests[leaf] == Step && BetweenWindows;
        var at = untouched ? default : new StepOf<T>(_window, _stepsDone);
        // the summary of a step moves the amplitudes, a forecast does not
        var pending = _summarised && _ahead is null ? default : Pending(leaf);
        _kernel.Materialise(_store.Leaf(leaf), Responses(leaf), first, occupied, at, pending, destination);
    }

    private void RequireAllLeaves()
    {
        if (_lastRest > Step)
            throw new InvalidOperationException($"Some leaves stand at step {_lastRest}, others at {Step}.");
    }
}
