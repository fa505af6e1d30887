using MeanField.Core.Files;
using MeanField.Core.Tests.Support;
using MeanField.Lab.Files;

namespace MeanField.Lab.Tests.Files;

public class NpzArchiveTests
{
    private static readonly Dictionary<string, NpyArray> Arrays = new()
    {
        ["times"] = NpyArray.Of(NpyElement.Float64, [0, 0.1], 2),
        ["counts"] = NpyArray.Of(NpyElement.Int64, [1, 2, 3, 4, 5, 6], 2, 3),
    };

    [Fact]
    public void Arrays_read_back_by_name()
    {
        using var directory = new TemporaryDirectory();
        AtomicFile.Write(directory.At("a.npz"), stream => NpzArchive.Write(stream, Arrays));

        var read = NpzArchive.Read(directory.At("a.npz"));
        Assert.Equal(["times", "counts"], read.Keys);
        Assert.Equal([0, 0.1], read["times"].Values);
        Assert.Equal([2, 3], read["counts"].Shape.AsEnumerable());
        Assert.Equal([4, 5, 6], read["counts"].Row(1).ToArray());
    }

    [Fact]
    public void The_same_arrays_give_the_same_bytes()
    {
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        NpzArchive.Write(first, Arrays);
        NpzArchive.Write(second, Arrays);
        Assert.Equal(first.ToArray(), second.ToArray());
    }

    [Fact]
    public void An_array_needs_as_many_numbers_as_its_shape_says() => Assert.Throws<ArgumentException>(
        () => NpyArray.Of(NpyElement.Float64, [1, 2, 3], 2, 2));
}
