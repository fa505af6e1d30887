using MeanField.Theory.Integration;

namespace MeanField.Theory.Tests.Integration;

public class AdaptiveIntegratorTests
{
    // a rotation of the plane at unit speed
    private static void Rotate(ReadOnlySpan<double> state, Span<double> derivative) =>
        (derivative[0], derivative[1]) = (-state[1], state[0]);

    [Theory]
    [InlineData(1e-4)]
    [InlineData(1e-7)]
    [InlineData(1e-10)]
    public void The_error_stays_near_the_tolerance(double tolerance)
    {
        var integrator = new AdaptiveIntegrator(Rotate, tolerance);
        integrator.Resize([1, 1]);
        double[] state = [1, 0];
        integrator.Advance(state, 2 * Math.PI, CancellationToken.None);

        Assert.Equal(1, state[0], 100 * tolerance);
        Assert.Equal(0, state[1], 100 * tolerance);
    }

    [Fact]
    public void Fixed_steps_have_order_five()
    {
        double Error(int steps)
        {
            double[] state = [1, 0];
            DormandPrince.Integrate(Rotate, state, 1, steps);
            return Math.Sqrt(Math.Pow(state[0] - Math.Cos(1), 2) + Math.Pow(state[1] - Math.Sin(1), 2));
        }

        Assert.Equal(DormandPrince.Order, Math.Log2(Error(16) / Error(32)), 0.1);
    }
}
