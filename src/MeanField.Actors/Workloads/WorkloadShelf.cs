using MeanField.Protocol;

namespace MeanField.Actors.Workloads;

/// <summary>The workloads of a process's present runs, each opened once.</summary>
public sealed class WorkloadShelf(IWorkloadSource source)
{
    private readonly Dictionary<RunId, ShelvedWorkload> _entries = [];
    private readonly Lock _lock = new();

    public void Put(RunId run, string specification, IWorkload workload)
    {
        var entry = new ShelvedWorkload(new(specification), workload);
        lock (_lock)
            _entries[run] = entry;
    }

    /// <summary>Opens the text unless another actor already has.</summary>
    /// <exception cref="InvalidDataException">The text is not the one that the fingerprint is of.</exception>
    internal ShelvedWorkload Open(RunId run, string fingerprint, string specification)
    {
        var text = new SpecificationText(specification);
        if (text.Fingerprint != fingerprint)
            throw new InvalidDataException(
                $"The specification of run {run} has fingerprint {text.Fingerprint}, "
                + $"not {fingerprint} as announced.");
        lock (_lock)
        {
            if (_entries.TryGetValue(run, out var entry) && entry.Text.Fingerprint == fingerprint)
                return entry;
            entry = new(text, source.Open(specification));
            return _entries[run] = entry;
        }
    }

    internal WorkloadOutline Outline(string specification) => source.Outline(specification);

    internal ShelvedWorkload? Find(RunId run, string fingerprint)
    {
        lock (_lock)
            return _entries.TryGetValue(run, out var entry) && entry.Text.Fingerprint == fingerprint
                ? entry
                : null;
    }

    internal void Remove(RunId run)
    {
        lock (_lock)
            _entries.Remove(run);
    }
}

/// <summary>A workload and the text that it was made of.</summary>
internal sealed record ShelvedWorkload(SpecificationText Text, IWorkload Workload);
