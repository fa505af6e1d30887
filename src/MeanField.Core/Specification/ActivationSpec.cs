namespace MeanField.Core.Specification;

/// <summary>The scalar function σ of a ridge neuron.</summary>
public abstract record ActivationSpec;

/// <summary>Linear between knots (t, σ), constant outside them.</summary>
public sealed record PiecewiseLinearActivation(Rows Knots) : ActivationSpec;

public sealed record ReluActivation : ActivationSpec;

public sealed record TanhActivation : ActivationSpec;

/// <summary>erf(t/√2).</summary>
public sealed record ErfActivation : ActivationSpec;

/// <summary>1/(1 + exp(−(t − shift))).</summary>
public sealed record SigmoidActivation(double Shift) : ActivationSpec;

/// <summary>log(1 + e^t).</summary>
public sealed record SoftplusActivation : ActivationSpec;

public sealed record LinearActivation : ActivationSpec;

/// <summary>t².</summary>
public sealed record QuadraticActivation : ActivationSpec;

public sealed record SineActivation : ActivationSpec;

/// <summary>Σ_k coefficients[k] t^k.</summary>
public sealed record PolynomialActivation(Values Coefficients) : ActivationSpec;
