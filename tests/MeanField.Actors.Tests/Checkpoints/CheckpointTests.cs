using System.Text;
using MeanField.Actors.Checkpoints;
using MeanField.Core.Dynamics;
using MeanField.Core.Files;
using MeanField.Core.Tests.Support;

namespace MeanField.Actors.Tests.Checkpoints;

public sealed class CheckpointTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public static TheoryData<string> Damages => [.. Harm.Keys];

    private static readonly Dictionary<string, Action<string, string>> Harm = new()
    {
        ["truncated"] = (numbers, _) => Cut(numbers, 9),
        ["lengthened"] = (numbers, _) => File.AppendAllText(numbers, "x"),
        ["empty"] = (numbers, _) => File.WriteAllText(numbers, ""),
        ["missing"] = (numbers, _) => File.Delete(numbers),
        ["a bit of a number flipped"] = (numbers, _) => Flip(numbers, -5),
        ["a bit of the head flipped"] = (numbers, _) => Flip(numbers, 30),
        ["note missing"] = (_, note) => File.Delete(note),
        ["note truncated"] = (_, note) => Cut(note, 20),
        ["note empty"] = (_, note) => File.WriteAllText(note, ""),
        ["note of another run"] = (_, note) => Replace(note, SavedRun.Fingerprint, "0123456789abcdef another"),
        ["note of another step"] = (_, note) => Replace(note, "\"step\": 20", "\"step\": 15"),
        ["note of another format"] = (_, note) => Replace(note, "\"format\": 1", "\"format\": 2"),
        ["note of another hash"] = (_, note) => Replace(note, "\"sha256\": \"", "\"sha256\": \"0"),
    };

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_block_begins_at_its_newest_checkpoint_that_is_not_beyond_what_is_known()
    {
        using var run = new SavedRun(_directory.Path);
        foreach (var step in (long[])[10, 20, 30])
            run.SaveAt(step);
        run.RunTo(37);
        foreach (var (latest, expected) in ((long, long)[])[(37, 30), (30, 30), (29, 20), (10, 0), (9, 0), (0, 0)])
        {
            // the oldest is gone: two are kept
            var (block, furthest) = run.Restore(run.All, latest);
            Assert.Equal((expected, expected), (block.Step, furthest));
            run.AssertCatchUp(block);
        }
        Assert.Empty(run.Log.Warnings);
    }

    [Theory, MemberData(nameof(Damages))]
    public void A_damaged_checkpoint_is_passed_over_for_an_older_one(string damage)
    {
        using var run = new SavedRun(_directory.Path);
        run.SaveAt(10);
        run.SaveAt(20);
        run.RunTo(23);
        var hurt = run.Files("*0020.npy").ElementAt(1);
        Harm[damage](hurt, Path.ChangeExtension(hurt, ".json"));

        var (block, furthest) = run.Restore(run.All);

        Assert.Equal((10, 20), (block.Step, furthest));
        run.AssertCatchUp(block);
        // nobody looks for numbers without a note
        if (damage == "note missing")
            Assert.Empty(run.Log.Warnings);
        else
            Assert.Contains(Path.GetFileName(hurt), Assert.Single(run.Log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_block_whose_checkpoints_are_all_damaged_begins_at_the_seed()
    {
        using var run = new SavedRun(_directory.Path);
        run.SaveAt(20);
        run.RunTo(22);
        foreach (var numbers in run.Files("*.npy"))
            Flip(numbers, -1);
        var (block, furthest) = run.Restore(run.All);
        Assert.Equal((0, 0), (block.Step, furthest));
        run.AssertCatchUp(block);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Checkpoints_of_one_split_serve_another(int shards)
    {
        using var run = new SavedRun(_directory.Path);
        run.SaveAt(25);
        run.RunTo(31);
        var blocks = Enumerable.Range(0, shards)
            .Select(i => run.Restore(LeafRange.Part(run.Model.Leaves, i, shards)).Block).ToList();
        Assert.All(blocks, block => Assert.Equal(25, block.Step));
        run.AssertCatchUp(blocks);
    }

    [Fact]
    public void Two_copies_of_a_shard_write_the_same_file_at_once()
    {
        using var run = new SavedRun(_directory.Path);
        run.SaveAt(50);
        var before = run.Files("*").ToDictionary(file => file, File.ReadAllBytes);
        Parallel.For(0, 8, _ => run.SaveAt(50));
        Assert.Equal(before.Keys, run.Files("*"));
        Assert.All(before, file => Assert.Equal(file.Value, File.ReadAllBytes(file.Key)));
        Assert.Empty(run.Log.Warnings);
    }

    [Fact]
    public void A_copy_that_is_behind_leaves_the_newer_ones_alone()
    {
        using var ahead = new SavedRun(_directory.Path);
        using var behind = new SavedRun(_directory.Path);
        ahead.SaveAt(40);
        ahead.SaveAt(45);
        foreach (var step in (long[])[10, 15, 20])
            behind.SaveAt(step);
        Assert.Equal([15, 20, 40, 45], Steps(ahead));
        ahead.SaveAt(50);
        Assert.Equal([45, 50], Steps(ahead));
    }

    [Fact]
    public void The_numbers_are_an_array_of_particles_that_says_its_shape()
    {
        using var run = new SavedRun(_directory.Path);
        run.SaveAt(5);
        using var numbers = NpyReader.Open(run.Files("*.npy").Last());
        // 100 particles of 2 numbers in 13 leaves: the last piece is one leaf of 4 particles
        Assert.Equal([4, 2], numbers.Header.Shape.ToArray());
        var values = new double[8];
        numbers.Read(0, values);
        Assert.Equal([96, 97, 98, 99], values.Where((_, i) => i % 2 == 1));
    }

    [Fact]
    public void A_shard_is_saved_in_pieces_each_at_a_step_of_its_own()
    {
        using var run = new SavedRun(
            _directory.Path, options => options with { Interval = TimeSpan.Zero, Share = 1 });
        using (var checkpoints = run.Checkpoints(run.All))
        {
            Assert.True(SpinWait.SpinUntil(
                () =>
                {
                    run.Advance(checkpoints);
                    return Names(run).DistinctBy(name => name.Leaves).Count() == 7;
                },
                TimeSpan.FromMinutes(1)));
        }
        Assert.True(Steps(run).Distinct().Count() > 1);
        var (block, _) = run.Restore(run.All);
        Assert.True(block.Step > 0);
        run.AssertCatchUp(block);
    }

    [Fact]
    public void A_run_that_nobody_has_written_for_long_is_removed_when_a_node_starts()
    {
        using var run = new SavedRun(_directory.Path);
        run.SaveAt(5);
        run.SaveAt(10);
        Assert.Equal(10, run.Restore(run.All).Furthest);
        var longAgo = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-8);
        foreach (var file in run.Files("*"))
            File.SetLastWriteTimeUtc(file, longAgo);
        Directory.SetLastWriteTimeUtc(run.Folder, longAgo);
        Directory.CreateDirectory(_directory.At("somebody else's"));
        Directory.SetLastWriteTimeUtc(_directory.At("somebody else's"), longAgo);
        Assert.Equal(0, run.Restore(run.All).Furthest);
        Assert.Equal([_directory.At("somebody else's")], Directory.EnumerateFileSystemEntries(_directory.Path));
    }

    private static IEnumerable<CheckpointName> Names(SavedRun run) =>
        run.Files("*.json").Select(file => CheckpointName.OfNote(Path.GetFileName(file))!);

    private static IEnumerable<long> Steps(SavedRun run) =>
        Names(run).Select(name => name.Step).Distinct().Order();

    private static void Cut(string file, int bytes)
    {
        using var stream = File.OpenWrite(file);
        stream.SetLength(stream.Length - bytes);
    }

    private static void Flip(string file, int at)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[at < 0 ? bytes.Length + at : at] ^= 4;
        File.WriteAllBytes(file, bytes);
    }

    private static void Replace(string file, string text, string by)
    {
        var before = File.ReadAllText(file, Encoding.UTF8);
        Assert.Contains(text, before, StringComparison.Ordinal);
        File.WriteAllText(file, before.Replace(text, by, StringComparison.Ordinal));
    }
}
