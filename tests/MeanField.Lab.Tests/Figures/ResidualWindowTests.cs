using CsCheck;
using MeanField.Core.Files;
using MeanField.Core.Tests.Support;
using MeanField.Lab.Figures;

namespace MeanField.Lab.Tests.Figures;

public class ResidualWindowTests
{
    [Fact]
    public void Windows_cover_every_step_once() => Gen.Select(Gen.Int[1, 20_000], Gen.Int[1, 3]).Sample(
        (steps, batch) =>
        {
            var windows = Windows(steps, batch, index => 1 + index / batch % 2);
            // ends follow from the middles: middle = (first + end − 1)/2
            double first = 0;
            foreach (var window in windows)
                first = 2 * window.MiddleStep + 1 - first;
            Assert.Equal(steps, first);
            Assert.InRange(windows.Count, 1, 64);
        },
        iter: 30);

    [Fact]
    public void A_window_has_the_mean_square_and_its_standard_error()
    {
        var window = Assert.Single(Windows(20, 1, index => index < 10 ? 1 : 3));
        // r² is 1 or 9, half of each: mean 5, standard deviation 4
        Assert.Equal(5, window.MeanSquare, 12);
        Assert.Equal(4 / Math.Sqrt(20), window.StandardError, 12);
        Assert.Equal(9.5, window.MiddleStep);
    }

    private static IReadOnlyList<ResidualWindow> Windows(int steps, int batch, Func<int, double> residual)
    {
        using var directory = new TemporaryDirectory();
        var path = directory.At("residuals.npy");
        using (var writer = NpyWriter.Create(path, NpyElement.Float64, batch == 1 ? [] : [batch]))
        {
            writer.Append([.. Enumerable.Range(0, steps * batch).Select(residual)]);
            writer.Commit();
        }
        using var reader = NpyReader.Open(path);
        return ResidualWindow.Of(reader);
    }
}
