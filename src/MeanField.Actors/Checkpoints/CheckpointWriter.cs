using MeanField.Core.Dynamics;
using Microsoft.Extensions.Logging;

namespace MeanField.Actors.Checkpoints;

/// <summary>
/// A node's way to disk: one piece at a time, copied where the particles are and written beside the run, with
/// pauses that keep the whole within its share of the time. A disk that fails is told of once.
/// </summary>
internal sealed class CheckpointWriter(CheckpointOptions options, TimeProvider clock, ILogger log)
{
    /// <summary>After a failure: the disk may have room again later.</summary>
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);

    /// <summary>Whoever has not asked for so long is not waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CheckpointTurns _turns = new((long)(Patience.TotalSeconds * clock.TimestampFrequency));
    private readonly Lock _writing = new();
    private byte[] _copied = [];
    private byte[] _handedOver = [];
    private bool _failing;

    /// <summary>
    /// What saving in turns has taken so far: on the way of steps, of a processor beside them, and of the
    /// disk.
    /// </summary>
    public (int Pieces, TimeSpan Copying, TimeSpan Writing, TimeSpan Waiting) Cost { get; private set; }

    /// <summary>Copies the particles and has them written; false where it is not this one's turn.</summary>
    public bool TrySave(BlockCheckpoints asker, IParticleBlock block, BlockPiece piece)
    {
        var started = clock.GetTimestamp();
        if (!_turns.TryBegin(asker, started))
            return false;
        var file = Copy(block, piece, ref _copied);
        var (name, copying) = (new CheckpointName(piece.Leaves, block.Step), clock.GetElapsedTime(started));
        // a thread of its own: where the pool's are all at work, a run could end before anything is saved
        _ = Task.Factory.StartNew(
            () => WriteInTurn(asker, name, file, copying),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        return true;
    }

    /// <summary>Writes at once, whosever turn it is: the block is about to go.</summary>
    public void SaveNow(BlockCheckpoints asker, IParticleBlock block, BlockPiece piece)
    {
        lock (_writing)
            Write(asker.Folder, new(piece.Leaves, block.Step), Copy(block, piece, ref _handedOver));
    }

    /// <summary>Nothing more is written for this one.</summary>
    public void Forget(BlockCheckpoints asker)
    {
        _turns.Forget(asker);
        lock (_writing)
            asker.IsForgotten = true;
    }

    private static Memory<byte> Copy(IParticleBlock block, BlockPiece piece, ref byte[] buffer)
    {
        var length = CheckpointFolder.HeadBytes + piece.Bytes;
        if (buffer.Length < length)
            buffer = new byte[length];
        block.Save(piece.Leaves, buffer.AsSpan(CheckpointFolder.HeadBytes, piece.Bytes));
        return buffer.AsMemory(0, length);
    }

    private void WriteInTurn(BlockCheckpoints asker, CheckpointName name, Memory<byte> file, TimeSpan copying)
    {
        var started = clock.GetTimestamp();
        TimeSpan? writing;
        lock (_writing)
            writing = asker.IsForgotten ? TimeSpan.Zero : Write(asker.Folder, name, file);
        var now = clock.GetTimestamp();
        var pause = PauseAfterFailure;
        if (writing is { } spent)
        {
            var waiting = clock.GetElapsedTime(started, now) - spent;
            Cost = (Cost.Pieces + 1, Cost.Copying + copying, Cost.Writing + spent, Cost.Waiting + waiting);
            pause = (copying + spent) / options.Share;
        }
        _turns.End(now + (long)(pause.TotalSeconds * clock.TimestampFrequency));
    }

    /// <summary>Null where it cannot be written.</summary>
    private TimeSpan? Write(CheckpointFolder folder, CheckpointName name, Memory<byte> file)
    {
        try
        {
            var spent = folder.Write(name, file, clock);
            folder.Prune(name.Leaves, name.Step, options.Kept);
            _failing = false;
            return spent;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            if (!_failing)
                log.LogWarning(
                    "No checkpoints can be written to {Path}: {Reason} The run goes on without new ones.",
                    folder.Path, cause.Message);
            _failing = true;
            return null;
        }
    }
}
