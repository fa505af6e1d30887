using MeanField.Actors.Checkpoints;
using MeanField.Actors.Tests.Oscillators;
using MeanField.Core.Dynamics;
using MeanField.Core.Numerics;

namespace MeanField.Actors.Tests.Checkpoints;

/// <summary>A block of oscillators that moves, and the checkpoints that it leaves in a directory.</summary>
internal sealed class SavedRun : IDisposable
{
    public const string Fingerprint = "0123456789abcdef0123456789abcdef";

    private readonly IParticleBlock _live;
    private readonly string _directory;

    /// <param name="directory">Where checkpoints go.</param>
    /// <param name="change">Of the options.</param>
    public SavedRun(string directory, Func<CheckpointOptions, CheckpointOptions>? change = null)
    {
        _directory = directory;
        Options = new() { Directory = directory, PieceBytes = 2 * PieceParticles * sizeof(double) };
        Options = change?.Invoke(Options) ?? Options;
        _live = Model.CreateBlock(All);
    }

    /// <summary>Two leaves at a time are saved.</summary>
    private const int PieceParticles = 2 * OscillatorModel.LeafSize;

    public OscillatorModel Model { get; } = new(100, 10_000);

    public CheckpointOptions Options { get; }

    public LogLines Log { get; } = new();

    public List<double> Signals { get; } = [];

    public LeafRange All => new(0, Model.Leaves);

    public string Folder => CheckpointFolder.PathOf(_directory, Fingerprint);

    public IEnumerable<string> Files(string pattern) =>
        Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, pattern).Order(StringComparer.Ordinal) : [];

    public BlockCheckpoints Checkpoints(LeafRange leaves) =>
        new CheckpointStore(Options, TimeProvider.System, Log).Of(Fingerprint, Model, leaves);

    /// <summary>Lets the block run to a step, and saves all of it there.</summary>
    public void SaveAt(long step)
    {
        RunTo(step);
        using var checkpoints = Checkpoints(All);
        checkpoints.HandOver(_live, TimeSpan.MaxValue);
    }

    public void HandOver(BlockCheckpoints checkpoints) => checkpoints.HandOver(_live, TimeSpan.MaxValue);

    public void RunTo(long step)
    {
        while (_live.Step < step)
            Advance(null);
    }

    /// <summary>One step of the run, which is offered to the checkpoints.</summary>
    public void Advance(BlockCheckpoints? checkpoints)
    {
        checkpoints?.Offer(_live);
        var signal = Signal(_live);
        Signals.AddRange(signal);
        _live.Advance(signal);
    }

    /// <summary>A new block, restored as far as possible.</summary>
    public (IParticleBlock Block, long Furthest) Restore(LeafRange leaves, long latest = long.MaxValue)
    {
        var block = Model.CreateBlock(leaves);
        using var checkpoints = Checkpoints(leaves);
        return (block, checkpoints.Restore(block, latest));
    }

    /// <summary>Brought to where the live block stands, they must agree with it in all bits.</summary>
    public void AssertCatchUp(params IReadOnlyList<IParticleBlock> blocks)
    {
        var sum = new ExactSum();
        foreach (var block in blocks)
        {
            block.Replay(Signals.ToArray().AsSpan((int)block.Step));
            block.Summarise([sum]);
        }
        var expected = new ExactSum();
        _live.Summarise([expected]);
        Assert.Equal(expected.Round(), sum.Round());
    }

    public void Dispose() => _live.Dispose();

    private double[] Signal(IParticleBlock block)
    {
        var sum = new ExactSum();
        block.Summarise([sum]);
        var signal = new double[1];
        Model.Respond(block.Step, [sum.Round()], signal);
        return signal;
    }
}
