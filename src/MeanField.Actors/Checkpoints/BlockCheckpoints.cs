using MeanField.Core.Dynamics;

namespace MeanField.Actors.Checkpoints;

/// <summary>
/// The checkpoints of one block. It is saved in pieces, each at a step of its own: leaves never meet, so
/// that they can be restored and brought together by replay.
/// </summary>
internal sealed class BlockCheckpoints : ICheckpoints, IDisposable
{
    private readonly CheckpointStore _store;
    private readonly IMeanFieldModel _model;
    private readonly BlockPiece[] _pieces;
    private readonly Action _disposed;
    private int _next;

    public BlockCheckpoints(
        CheckpointStore store,
        CheckpointFolder folder,
        IMeanFieldModel model,
        LeafRange leaves,
        Action disposed)
    {
        (_store, Folder, _model, _disposed) = (store, folder, model, disposed);
        _pieces = [.. BlockPiece.Cut(model, leaves, store.Options.PieceBytes, store.Clock.GetTimestamp())];
    }

    public CheckpointFolder Folder { get; }

    /// <summary>Whether nothing is to be written any more.</summary>
    public bool IsForgotten { get; set; }

    public long Restore(IParticleBlock block, long latest) =>
        latest == 0 ? 0 : _store.Reader.Restore(block, _model, Folder, latest);

    public void Offer(IParticleBlock block)
    {
        if (!block.IsAtRest || _pieces.Length == 0)
            return;
        var piece = _pieces[_next];
        if (!IsDue(piece, block.Step) || !_store.Writer.TrySave(this, block, piece))
            return;
        (piece.Step, piece.Time) = (block.Step, _store.Clock.GetTimestamp());
        _next = (_next + 1) % _pieces.Length;
    }

    /// <summary>Leaves all that time allows for a successor to begin with, the oldest first.</summary>
    public void HandOver(IParticleBlock block, TimeSpan limit)
    {
        var started = _store.Clock.GetTimestamp();
        for (var i = 0; i < _pieces.Length && _store.Clock.GetElapsedTime(started) < limit; i++)
        {
            var piece = _pieces[(_next + i) % _pieces.Length];
            if (piece.Step < block.Step)
                _store.Writer.SaveNow(this, block, piece);
        }
    }

    public void Dispose()
    {
        if (IsForgotten)
            return;
        _store.Writer.Forget(this);
        _disposed();
    }

    private bool IsDue(BlockPiece piece, long step) => step > piece.Step
        && (_store.Clock.GetElapsedTime(piece.Time) >= _store.Options.Interval
            || step - piece.Step >= _store.Options.Steps);
}
