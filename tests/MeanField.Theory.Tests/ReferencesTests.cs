namespace MeanField.Theory.Tests;

public class ReferencesTests
{
    private static readonly ExperimentSpec Radial = Experiments.IsotropicGaussians();

    [Fact]
    public void The_two_isotropic_Gaussians_have_the_radial_dynamics()
    {
        var choice = References.Choose(Radial);
        Assert.Contains("d = 40", choice.Solver!.Name);
        Assert.Contains("rotations", choice.Reason);
    }

    [Fact]
    public void A_lazy_network_has_no_mean_field_limit()
    {
        var choice = References.Choose(Radial with
        {
            Network = Radial.Network with { Scaling = Scaling.Lazy },
        });
        Assert.Null(choice.Solver);
        Assert.Contains("kernel", choice.Reason);
    }

    [Fact]
    public void A_choice_without_solver_says_why()
    {
        var choice = References.Choose(Radial with
        {
            Training = Radial.Training with { InverseTemperature = 10 },
        });
        Assert.Null(choice.Solver);
        Assert.Contains("noisy", choice.Reason);
    }
}
