using MeanField.Core.Specification;

namespace MeanField.Actors;

/// <summary>Why something failed, in the line that its owner reads.</summary>
internal static class FailureReason
{
    public static string Of(Exception exception) => exception is SpecificationException refused
        ? string.Join("; ", refused.Faults)
        : $"{exception.GetType().Name}: {exception.Message}";
}
