namespace MeanField.Core.Specification.Forms;

/// <summary>The faults found so far, in the order in which they were found.</summary>
internal sealed class Faults
{
    private readonly List<Fault> _found = [];

    public IReadOnlyList<Fault> Found => _found;

    public void Add(string path, string message) => _found.Add(new Fault(path, message));

    /// <summary>Whether the value at a path was read without fault, so that checks may rely on it.</summary>
    public bool Clean(string path) =>
        !_found.Exists(fault => IsWithin(fault.Path, path) || IsWithin(path, fault.Path));

    public void ThrowIfAny()
    {
        if (_found.Count > 0)
            throw new SpecificationException(_found);
    }

    private static bool IsWithin(string path, string container) =>
        container.Length == 0
        || (path.StartsWith(container, StringComparison.Ordinal)
            && (path.Length == container.Length || path[container.Length] is '.' or '['));
}
