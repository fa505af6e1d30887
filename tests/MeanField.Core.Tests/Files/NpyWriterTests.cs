using CsCheck;
using MeanField.Core.Files;
using MeanField.Core.Tests.Support;

namespace MeanField.Core.Tests.Files;

public class NpyWriterTests
{
    [Fact]
    public void Whatever_the_portions_the_file_holds_all_values_in_order() => Check.Sample(
        Gen.Double.Array[0, 30_000].Array[0, 5],
        portions =>
        {
            using var directory = new TemporaryDirectory();
            var path = directory.At("a.npy");
            using (var writer = NpyWriter.Create(path, NpyElement.Float64))
            {
                foreach (var portion in portions)
                    writer.Append(portion);
                writer.Commit();
            }
            Assert.Equal([.. portions.SelectMany(portion => portion)], ReadAll(path));
        },
        iter: 20);

    [Fact]
    public void A_file_whose_writer_died_holds_what_was_committed()
    {
        using var directory = new TemporaryDirectory();
        var path = directory.At("a.npy");
        using (var writer = NpyWriter.Create(path, NpyElement.Float64))
        {
            Assert.Empty(ReadAll(path));
            writer.Append([1, 2, 3]);
            writer.Commit();
            writer.Append(new double[20_000]);
        }
        Assert.True(new FileInfo(path).Length > 128 + 3 * 8);
        Assert.Equal([1, 2, 3], ReadAll(path));
    }

    [Fact]
    public void A_reopened_file_goes_on_after_the_last_committed_row()
    {
        using var directory = new TemporaryDirectory();
        var path = directory.At("a.npy");
        using (var writer = NpyWriter.Create(path, NpyElement.Float64, 2))
        {
            writer.Append([1, 2, 3]);
            writer.Commit();
            writer.Append([9]);
        }
        using (var writer = NpyWriter.Reopen(path))
        {
            Assert.Equal(1, writer.Rows);
            writer.Append([5, 6]);
            writer.Commit();
        }
        using var reader = NpyReader.Open(path);
        Assert.Equal([2, 2], reader.Header.Shape.AsEnumerable());
        Assert.Equal([1, 2, 5, 6], ReadAll(path));
    }

    [Fact]
    public void Single_precision_takes_four_bytes_a_number()
    {
        using var directory = new TemporaryDirectory();
        var path = directory.At("a.npy");
        using (var writer = NpyWriter.Create(path, NpyElement.Float32, 2))
        {
            writer.Append([0.5, -0.25, 1, 2]);
            writer.Commit();
        }
        Assert.Equal(128 + 4 * 4, new FileInfo(path).Length);
        Assert.Equal([0.5, -0.25, 1, 2], ReadAll(path));
    }

    [Fact]
    public void A_file_that_was_cut_is_refused()
    {
        using var directory = new TemporaryDirectory();
        var path = directory.At("a.npy");
        using (var writer = NpyWriter.Create(path, NpyElement.Float64))
        {
            writer.Append([1, 2, 3]);
            writer.Commit();
        }
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^1]);
        Assert.Throws<InvalidDataException>(() => NpyReader.Open(path));
    }

    [Fact]
    public void A_reader_reads_any_part()
    {
        using var directory = new TemporaryDirectory();
        var path = directory.At("a.npy");
        var values = Enumerable.Range(0, 200_000).Select(i => i / 7.0).ToArray();
        using (var writer = NpyWriter.Create(path, NpyElement.Float64))
        {
            writer.Append(values);
            writer.Commit();
        }
        using var reader = NpyReader.Open(path);
        var part = new double[70_000];
        reader.Read(100_000, part);
        Assert.Equal(values[100_000..170_000], part);
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.Read(150_000, part));
    }

    private static double[] ReadAll(string path)
    {
        using var reader = NpyReader.Open(path);
        return [.. reader.Blocks(1000).SelectMany(block => block.ToArray())];
    }
}
