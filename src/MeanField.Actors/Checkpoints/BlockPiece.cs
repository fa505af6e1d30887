using MeanField.Core.Dynamics;

namespace MeanField.Actors.Checkpoints;

/// <summary>Leaves of a block that are saved together, and when they were last.</summary>
internal sealed class BlockPiece(LeafRange leaves, int bytes, long time)
{
    public LeafRange Leaves => leaves;

    public int Bytes => bytes;

    /// <summary>The step that was saved last.</summary>
    public long Step { get; set; }

    /// <summary>When it was, as a timestamp.</summary>
    public long Time { get; set; } = time;

    /// <summary>
    /// Cuts leaves in pieces of bounded size, which begin at the same leaves however a run is split.
    /// </summary>
    public static IEnumerable<BlockPiece> Cut(
        IMeanFieldModel model, LeafRange leaves, int pieceBytes, long time)
    {
        var most = (int)Math.Clamp(pieceBytes / Math.Max(1, model.Bytes(new(0, 1))), 1, model.Leaves);
        for (var first = leaves.First; first < leaves.End;)
        {
            var end = Math.Min(leaves.End, (first / most + 1) * most);
            var piece = new LeafRange(first, end - first);
            yield return new(piece, (int)model.Bytes(piece), time);
            first = end;
        }
    }
}
