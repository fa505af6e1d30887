using MeanField.Core.Specification.Forms;

namespace MeanField.Core.Specification.Sections;

internal static class ActivationForm
{
    public static readonly KindForm<ActivationSpec> Form = new KindForm<ActivationSpec>("an activation")
        .Or(new ObjectForm<PiecewiseLinearActivation>(new([])) { Kind = "piecewiseLinear" }
            .Required(
                "knots",
                "Points [t, σ(t)], t ascending: linear between them, constant outside",
                Common.Knots(2, NumberForm.Any),
                a => a.Knots,
                (a, v) => a with { Knots = v }))
        .Or(new ObjectForm<ReluActivation>(new()) { Kind = "relu" })
        .Or(new ObjectForm<TanhActivation>(new()) { Kind = "tanh" })
        .Or(new ObjectForm<ErfActivation>(new()) { Kind = "erf" })
        .Or(new ObjectForm<SigmoidActivation>(new(0)) { Kind = "sigmoid" }
            .Optional(
                "shift",
                "σ(t) = 1/(1 + exp(−(t − shift)))",
                NumberForm.Any,
                a => a.Shift,
                (a, v) => a with { Shift = v }))
        .Or(new ObjectForm<SoftplusActivation>(new()) { Kind = "softplus" })
        .Or(new ObjectForm<LinearActivation>(new()) { Kind = "linear" })
        .Or(new ObjectForm<QuadraticActivation>(new()) { Kind = "quadratic" })
        .Or(new ObjectForm<SineActivation>(new()) { Kind = "sine" })
        .Or(new ObjectForm<PolynomialActivation>(new([])) { Kind = "polynomial" }
            .Required(
                "coefficients",
                "σ(t) = Σ coefficients[k] t^k",
                Common.Vector,
                a => a.Coefficients,
                (a, v) => a with { Coefficients = v }));
}
