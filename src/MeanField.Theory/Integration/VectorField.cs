namespace MeanField.Theory.Integration;

/// <summary>The right-hand side of an autonomous system of ordinary differential equations.</summary>
public delegate void VectorField(ReadOnlySpan<double> state, Span<double> derivative);
