namespace MeanField.Theory.Activations;

/// <summary>The bounded functions whose means a run records.</summary>
public static class TestFunction
{
    public static Func<double, double> Of(TestFunctionKind kind) => kind switch
    {
        TestFunctionKind.Tanh => Math.Tanh,
        TestFunctionKind.Cos => Math.Cos,
        TestFunctionKind.Sin => Math.Sin,
        TestFunctionKind.Gaussian => z => Math.Exp(-z * z / 2),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such test function"),
    };
}
