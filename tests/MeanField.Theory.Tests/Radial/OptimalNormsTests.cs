using MeanField.Theory.Radial;

namespace MeanField.Theory.Tests.Radial;

public class OptimalNormsTests
{
    [Theory]
    [InlineData(0.3)]
    [InlineData(0.8)]
    public void The_best_law_is_certified_and_no_worse_than_the_best_point(double separation)
    {
        var optimum = new OptimalNorms(Problem(separation));
        var (atoms, risk, gap) = optimum.Best();
        Assert.Equal(1, atoms.Sum(atom => atom.Mass), 1e-9);
        Assert.All(atoms, atom => Assert.InRange(atom.Mass, 0, 1));
        // the grid's norms are some 0.01 apart: the risk is flat at its minimum to the square of that
        Assert.InRange(risk, 0, optimum.PointRisk + 1e-3);
        Assert.InRange(gap, -1e-12, 1e-7);
    }

    [Fact]
    public void The_best_point_has_a_flat_potential_and_less_risk_than_its_neighbours()
    {
        var problem = Problem(0.3);
        var optimum = new OptimalNorms(problem);
        var dynamics = problem.Dynamics(nodes: 24);
        dynamics.Masses = [1];
        var velocity = new double[1];
        dynamics.Velocity([optimum.PointNorm], velocity);
        Assert.Equal(0, velocity[0], 1e-6);
        Assert.True(dynamics.Risk([optimum.PointNorm + 0.1]) > optimum.PointRisk);
        Assert.True(dynamics.Risk([optimum.PointNorm - 0.1]) > optimum.PointRisk);
    }

    [Fact]
    public void Any_law_that_the_dynamics_reach_has_more_risk()
    {
        var flow = new RadialFlow(Problem(0.8), level: 0);
        flow.Advance(10, CancellationToken.None);
        var (_, risk, gap) = new OptimalNorms(Problem(0.8)).Best();
        Assert.True(flow.Risk > risk - gap - 1e-6, $"{flow.Risk} < {risk}");
    }

    private static RadialProblem Problem(double separation) => new()
    {
        Dimension = 40,
        Separation = separation,
        Activation = Experiments.Ramp,
        Weights = new GaussianWeights(0.8),
        Schedule = new ConstantSchedule(1),
    };
}
