using System.Collections.Immutable;

namespace MeanField.Lab.Studies;

/// <summary>Claims that belong to one theorem or one example.</summary>
public sealed record ClaimFamily(string Title, ImmutableArray<Claim> Claims);
