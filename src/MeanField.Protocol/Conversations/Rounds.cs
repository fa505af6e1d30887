using System.Collections.Immutable;

namespace MeanField.Protocol.Conversations;

/// <summary>One question to all shards and its answers: coordinator → combiners → shards, and back.</summary>
public static class Rounds
{
    /// <summary>Coordinator → combiner → its shards: come to θ^k, then answer.</summary>
    /// <param name="Stamp">Which round, and step k.</param>
    /// <param name="Shards">Whose answers the combiner is to add up, exactly these.</param>
    /// <param name="Signals">Of the steps just before k, as far back as a round may reach; empty where there are none
    /// or they are too long to be sent along.</param>
    /// <param name="Probe">What is asked; null: the summary of the round that begins at step k.</param>
    /// <param name="Trial">Signals of the round that begins at step k, which the summary is to tell of; empty where
    /// none are on trial.</param>
    public sealed record Open(
        RoundStamp Stamp,
        ShardSet Shards,
        ImmutableArray<double> Signals,
        ProbeQuestion? Probe,
        ImmutableArray<double> Trial) : IWireMessage
    {
        public RunId Run => Stamp.Run;
    }

    /// <summary>Shard → combiner of its node.</summary>
    /// <param name="Stamp">Of the question.</param>
    /// <param name="Shard">Who answers.</param>
    /// <param name="IsProbe">Whether a probe was asked, rather than the summary.</param>
    /// <param name="Payload">The summary's exact sums, or the probe's totals, as written.</param>
    public sealed record ShardAnswered(
        RoundStamp Stamp,
        int Shard,
        bool IsProbe,
        ReadOnlyMemory<byte> Payload) : IWireMessage
    {
        public RunId Run => Stamp.Run;
    }

    /// <summary>Combiner → coordinator: the sum of its shards' answers, in parts where it is long.</summary>
    /// <param name="Stamp">Of the question.</param>
    /// <param name="Shards">Whose answers are in it.</param>
    /// <param name="IsProbe">Whether a probe was asked, rather than the summary.</param>
    /// <param name="Part">Which part of the payload.</param>
    /// <param name="Parts">Out of how many.</param>
    /// <param name="Payload">That part.</param>
    public sealed record NodeAnswered(
        RoundStamp Stamp,
        ShardSet Shards,
        bool IsProbe,
        int Part,
        int Parts,
        ReadOnlyMemory<byte> Payload) : IWireMessage
    {
        public RunId Run => Stamp.Run;
    }
}
