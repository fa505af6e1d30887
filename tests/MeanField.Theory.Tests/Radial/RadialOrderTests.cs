using MeanField.Theory.Integration;
using MeanField.Theory.Radial;

namespace MeanField.Theory.Tests.Radial;

public class RadialOrderTests
{
    // smooth enough that the fifth-order term leads at steps whose error is well above round-off
    private static readonly RadialProblem Problem = Experiments.Radial() with
    {
        Activation = new SigmoidActivation(1),
        Amplitude = 5,
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_declared_order_in_time_is_the_measured_one(bool infinite)
    {
        var problem = Problem with { InfiniteDimension = infinite };
        var exact = RadiiAfter(problem, 500);
        var slope = Math.Log2(
            Distance(RadiiAfter(problem, 96), exact) / Distance(RadiiAfter(problem, 192), exact));

        Assert.Equal(new RadialSolver(problem, new ObserveSpec()).Order, slope, 0.1);
    }

    private static double[] RadiiAfter(RadialProblem problem, int steps)
    {
        var dynamics = problem.Dynamics(24);
        var norms = new CarriedNorms(problem.Start(), 4);
        dynamics.Masses = norms.Masses;
        DormandPrince.Integrate(dynamics.Velocity, norms.Radii, 10, steps);
        return norms.Radii;
    }

    private static double Distance(double[] a, double[] b) =>
        Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());
}
