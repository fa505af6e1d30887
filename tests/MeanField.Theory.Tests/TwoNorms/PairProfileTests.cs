using CsCheck;
using MeanField.Theory.Activations;
using MeanField.Theory.TwoNorms;

namespace MeanField.Theory.Tests.TwoNorms;

public class PairProfileTests
{
    private static readonly HingeSum Ramp = HingeSum.Of(Experiments.Ramp)!;

    private static readonly Gen<(double First, double Second)> Places =
        Gen.Select(Gen.Double[0.01, 25], Gen.Double[0.01, 25]);

    [Theory]
    [InlineData(20, 20)]
    [InlineData(14, 90)]
    [InlineData(4, 12)]
    [InlineData(1, 20)]
    public void The_half_closed_form_is_the_integral_over_both_coordinates(int signal, int rest)
    {
        var closed = SpherePair.Bent(Ramp, signal, rest, nodes: 48);
        var integral = SpherePair.Smooth(Ramp.AsFunction(), signal, rest, nodes: 300);
        // a product rule errs across corners by slope · S · (spacing of its nodes)²
        Places.Sample(
            s => Assert.Equal(
                integral(s.First, s.Second), closed(s.First, s.Second), signal == 1 ? 0.05 : 5e-3),
            iter: 20,
            seed: "0000KoGtgSm4");
    }

    [Theory]
    [InlineData(20, 20)]
    [InlineData(30, 300)]
    public void The_table_reads_as_the_half_closed_form_and_its_slopes(int signal, int rest)
    {
        var exact = SpherePair.Bent(Ramp, signal, rest, nodes: 48);
        var table = new DyadicPair(exact, splits: 4);
        Places.Sample(s =>
        {
            var (at, h) = (table.At(s.First, s.Second), 1e-3);
            Assert.Equal(exact(s.First, s.Second), at.Value, 1e-6);
            var bySignal = (exact(s.First + h, s.Second) - exact(s.First - h, s.Second)) / (2 * h);
            var byRest = (exact(s.First, s.Second + h) - exact(s.First, s.Second - h)) / (2 * h);
            Assert.Equal(bySignal, at.Signal, 1e-4);
            Assert.Equal(byRest, at.Rest, 1e-4);
        }, iter: 50, seed: "0000KoGtgSm4");
    }
}
