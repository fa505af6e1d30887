using System.Collections.Immutable;

namespace MeanField.Protocol.Conversations;

/// <summary>
/// Large values, fetched piece by piece by whoever needs them; every piece may be asked for again.
/// </summary>
public static class Transfers
{
    /// <summary>Bytes of a piece at most, well below the frame limit of remoting.</summary>
    public const int PieceBytes = 32_768;

    /// <summary>Numbers of a piece at most.</summary>
    public const int PieceValues = PieceBytes / sizeof(double);

    public sealed record GetSpecification(RunId Run, int Offset) : IWireMessage;

    public sealed record SpecificationServed(RunId Run, int Offset, ReadOnlyMemory<byte> Text) : IWireMessage;

    /// <summary>Shard → coordinator → listener: the journal from a number on.</summary>
    /// <param name="Run">Which run.</param>
    /// <param name="Epoch">The coordinator's incarnation.</param>
    /// <param name="FirstValue">The first number wanted, counted over all steps.</param>
    /// <param name="Count">How many are wanted; never more than <see cref="PieceValues"/> come.</param>
    public sealed record GetSignals(RunId Run, long Epoch, long FirstValue, int Count) : IWireMessage;

    public sealed record SignalsServed(RunId Run, long Epoch, long FirstValue, ImmutableArray<double> Values)
        : IWireMessage;
}
