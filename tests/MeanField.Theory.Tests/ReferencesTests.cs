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
    public void The_two_anisotropic_Gaussians_have_the_dynamics_of_two_norms()
    {
        var choice = References.Choose(Radial with { Data = new AnisotropicGaussiansData(40, 0.8, 10) });
        Assert.Contains("d = 10 + 30", choice.Solver!.Name);
        Assert.Contains("two norms", choice.Reason);
    }

    [Fact]
    public void Anisotropic_Gaussians_whose_every_coordinate_is_signal_have_the_radial_dynamics()
    {
        var choice = References.Choose(Radial with { Data = new AnisotropicGaussiansData(40, 0.8, 40) });
        Assert.Equal(References.Choose(Radial).Solver!.Name, choice.Solver!.Name);
        Assert.Equal(
            References.Choose(Radial).Solver!.Solve([0.1]).Points[0].Risk,
            choice.Solver!.Solve([0.1]).Points[0].Risk);
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
            Data = new AnisotropicGaussiansData(40, 0.8, 10),
            Training = Radial.Training with { InverseTemperature = 10 },
        });
        Assert.Null(choice.Solver);
        Assert.Contains("noisy", choice.Reason);
    }
}
