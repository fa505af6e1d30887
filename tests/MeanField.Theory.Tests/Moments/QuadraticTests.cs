using MeanField.Theory.Integration;
using MeanField.Theory.Moments;
using MeanField.Theory.Population;

namespace MeanField.Theory.Tests.Moments;

public class QuadraticTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_moment_equation_is_the_flow_of_the_particles(bool centered)
    {
        var spec = Spec(centered, new RowWeights([[1, -0.5], [0.2, 0.4], [-0.3, 0.6]]));
        var moments = QuadraticReference.Choose(spec).Solver!.Solve([0, 0.1, 0.5]);
        var particles = ParticleReference.Choose(spec).Solver!.Solve([0, 0.1, 0.5]);

        Assert.All(moments.Points.Zip(particles.Points), pair =>
            Assert.Equal(pair.First.Risk, pair.Second.Risk, 1e-6));
    }

    [Fact]
    public void The_risk_at_the_start_is_that_of_the_target()
    {
        var spec = Spec(centered: false, new GaussianWeights(0));
        // E(xᵀBx)² = (tr B)² + 2 tr B², B = diag(1.5, −0.5)
        Assert.Equal(1 + 5, References.Choose(spec).Solver!.Solve([0]).Points[0].Risk, 1e-13);
    }

    [Fact]
    public void The_declared_order_is_the_measured_one()
    {
        var solver = (QuadraticReference)References.Choose(Spec(false, new GaussianWeights(1))).Solver!;
        double[] After(int steps)
        {
            double[] state = [0.5, 0, 0, 0.5];
            DormandPrince.Integrate(solver.Velocity, state, 0.2, steps);
            return state;
        }
        var exact = After(3000);
        double Error(int steps) => After(steps).Zip(exact, (a, b) => Math.Abs(a - b)).Max();

        Assert.Equal(solver.Order, Math.Log2(Error(96) / Error(192)), 0.1);
    }

    private static ExperimentSpec Spec(bool centered, WeightLaw start) => new()
    {
        Name = "quadratic",
        Network = new NetworkSpec
        {
            Particles = 3,
            Activation = new QuadraticActivation(),
            Weights = new WeightsSpec { Initial = start },
        },
        Data = new QuadraticTeacherData([1.5, -0.5], centered),
        Training = new TrainingSpec { StepSize = 1e-4, Horizon = 1 },
    };
}
