using System.Collections.Immutable;
using Akka.Actor;
using CsCheck;
using MeanField.Core.Dynamics;
using MeanField.Core.Measures;
using MeanField.Protocol.Conversations;

namespace MeanField.Protocol.Tests;

/// <summary>Random messages of every kind that crosses a link.</summary>
internal static class Samples
{
    private static readonly Gen<RunId> Run =
        Gen.Char["abcXYZ019-_."].Array[0, 20].Select(chars => new RunId("r" + new string(chars)));

    private static readonly Gen<string> Text = Gen.String[0, 30];

    private static readonly Gen<ReadOnlyMemory<byte>> Bytes =
        Gen.Byte.Array[0, 200].Select(b => new ReadOnlyMemory<byte>(b));

    private static readonly Gen<ImmutableArray<double>> Doubles =
        Gen.Double.Array[0, 40].Select(values => values.ToImmutableArray());

    private static readonly Gen<ShardSet> Shards =
        Gen.Int[0, 300].Array[0, 20].Select(shards => ShardSet.Of(shards));

    private static readonly Gen<RoundStamp> Stamp =
        Gen.Select(Run, Gen.Long, Gen.Long, Gen.Long, (run, epoch, round, step) =>
            new RoundStamp(run, epoch, round, step));

    private static readonly Gen<ProbeRequest> Request = Gen.Select(
        Gen.Enum<ProbeKind>(), Gen.Long, Gen.Int, Gen.Double, Gen.Double,
        (kind, first, count, low, high) => new ProbeRequest(kind, first, count, low, high));

    private static readonly Gen<ProbeQuestion> Question = Gen.Select(
        Request, Gen.Int, Gen.Int, Gen.Int, (request, sums, maxima, rows) =>
            new ProbeQuestion(request, sums, maxima, rows));

    private static readonly Gen<Observation> Observations = Gen.Select(
        Gen.Long,
        Gen.Double.Array[3],
        Gen.Select(Text, Gen.Double, (name, value) => new NamedValue(name, value)).Array[0, 9],
        Gen.Long[0, 1000].Array[0, 30],
        Doubles,
        (step, numbers, columns, counts, paths) => new Observation
        {
            Step = step,
            Time = numbers[0],
            Risk = numbers[1],
            RiskStandardError = numbers[2],
            Columns = [.. columns],
            Histogram = counts.Length == 0 ? null : new(numbers[0], numbers[1], [.. counts]),
            Paths = paths,
        });

    private static readonly Gen<RunEvent> Events = Gen.OneOf<RunEvent>(
        Gen.Select(Gen.Long, Doubles, (first, values) => (RunEvent)new SignalsRecorded(first, values)),
        Observations.Select(observation => (RunEvent)new MeasureObserved(observation)),
        Gen.Select(Gen.Long, Doubles, (first, values) => (RunEvent)new ParticlesRead(first, values)),
        Gen.Long.Select(steps => (RunEvent)new RunCompleted(steps)),
        Gen.Select(Gen.Long, Text, (step, reason) => (RunEvent)new RunFailed(step, reason)),
        Text.Select(member => (RunEvent)new MemberJoined(member)),
        Gen.Select(Gen.Long, Text, (step, what) => (RunEvent)new FailureSurvived(step, what)));

    private static readonly Gen<PublicationStamp> Numbers = Gen.Select(
        Gen.Long, Gen.Long, Gen.Long, (epoch, session, sequence) =>
            new PublicationStamp(epoch, session, sequence));

    private static readonly Gen<EventCursor> Cursor = Gen.Select(
        Gen.Long, Gen.Int, Gen.Long, Gen.Int, Gen.Bool, (values, observations, particles, incidents, ended) =>
            new EventCursor(values, observations, particles, incidents, ended));

    private static readonly Gen<RunStatus> Status = Gen.Select(
        Run, Text, Gen.Enum<RunState>(), Gen.Long.Array[3], Gen.Int.Array[3], Text,
        (run, title, state, longs, ints, reason) => new RunStatus(
            run, title, state, longs[0], longs[1], ints[0], ints[1], ints[2], longs[2], reason));

    private static readonly Gen<RunPlacement> Placement = Gen.Select(
        Text, Text.Array[0, 5], (coordinator, holders) => new RunPlacement(coordinator, [.. holders]));

    private static readonly Gen<TrafficEntry> Entry = Gen.Select(
        Gen.Enum<TrafficKind>(), Gen.Enum<TrafficLink>(), Gen.Enum<TrafficDirection>(), Gen.Long[1, 1L << 40],
        Gen.Long[0, 1L << 40],
        (kind, link, direction, messages, bytes) => new TrafficEntry(kind, link, direction, messages, bytes));

    private static readonly Gen<CommunicationLedger> Ledger = Gen.Select(
        Gen.Long[0, 1L << 40].Array[5], Entry.Array[0, 10], (ticks, entries) =>
        {
            var ledger = new CommunicationLedger
            {
                Compute = new(ticks[0]),
                LongestCompute = new(ticks[1]),
                Rounds = new(ticks[2]),
                SinkWait = new(ticks[3]),
                LongestNode = new(ticks[4]),
            };
            foreach (var entry in entries)
                ledger.Add(entry);
            return ledger;
        });

    private static readonly Gen<MemberIdentity> Identities = Gen.Select(
        Text, Text, Text, (program, messages, journal) => new MemberIdentity(program, messages, journal));

    /// <summary>One generator for each wire type, by type.</summary>
    public static IReadOnlyDictionary<Type, Gen<IWireMessage>> ByType(IActorRef actor) => new[]
    {
        Of(Gen.Select(
            Run, Text, Text, Gen.Int.Array[2], Gen.Long.Array[2], Gen.Bool,
            (run, title, print, ints, longs, bound) => new Submission.Submit(
                run, title, print, ints[0], ints[1], longs[0], longs[1], bound))),
        Of(Gen.Select(Run, Text, (run, print) => new Submission.Accepted(run, print))),
        Of(Gen.Select(Run, Text, (run, reason) => new Submission.Refused(run, reason))),
        Of(Run.Select(run => new Submission.Cancel(run))),
        Of(Gen.Select(Run, Gen.Long.Array[2], Gen.Int.Array[3], Text, (run, longs, ints, print) =>
            new Enlisting.Enlist(run, longs[0], longs[1], ints[0], ints[1], print, ints[2], actor))),
        Of(Gen.Select(Run, Gen.Long, Gen.Int, Gen.Long, Gen.Long, (run, epoch, shard, step, from) =>
            new Enlisting.ShardEnlisted(run, epoch, shard, step, from))),
        Of(Gen.Select(Stamp, Shards, (stamp, shards) => new Enlisting.ShardsMissing(stamp, shards))),
        Of(Gen.Select(Run, Gen.Long, Gen.Int, Gen.Long, Text, (run, epoch, shard, step, reason) =>
            new Enlisting.ShardFailed(run, epoch, shard, step, reason))),
        Of(Gen.Select(Stamp, Shards, Doubles, Question, Gen.Bool, (stamp, shards, signal, question, asks) =>
            new Rounds.Open(stamp, shards, signal, asks ? question : null, asks ? [] : signal))),
        Of(Gen.Select(Stamp, Gen.Int, Gen.Bool, Bytes, (stamp, shard, probe, bytes) =>
            new Rounds.ShardAnswered(stamp, shard, probe, bytes))),
        Of(Gen.Select(Stamp, Shards, Gen.Bool, Gen.Int.Array[2], Bytes, (stamp, shards, probe, ints, bytes) =>
            new Rounds.NodeAnswered(stamp, shards, probe, ints[0], ints[1], bytes))),
        Of(Gen.Select(Run, Gen.Int, (run, offset) => new Transfers.GetSpecification(run, offset))),
        Of(Gen.Select(Run, Gen.Int, Bytes, (run, offset, bytes) =>
            new Transfers.SpecificationServed(run, offset, bytes))),
        Of(Gen.Select(Run, Gen.Long, Gen.Long, Gen.Int, (run, epoch, first, count) =>
            new Transfers.GetSignals(run, epoch, first, count))),
        Of(Gen.Select(Run, Gen.Long, Gen.Long, Doubles, (run, epoch, first, values) =>
            new Transfers.SignalsServed(run, epoch, first, values))),
        Of(Gen.Select(Run, Gen.Long.Array[3], Cursor, (run, longs, cursor) =>
            new Publication.Attend(run, longs[0], cursor, longs[1], longs[2]))),
        Of(Gen.Select(Run, Numbers, Events, (run, stamp, runEvent) =>
            new Publication.Published(run, stamp, runEvent))),
        Of(Gen.Select(Run, Numbers, Gen.Bool, Bytes, (run, stamp, last, bytes) =>
            new Publication.PiecePublished(run, stamp, last, bytes))),
        Of(Gen.Select(Run, Numbers, Gen.Long, Gen.Enum<RunEnding>(), Ledger,
            (run, stamp, steps, ending, ledger) =>
                new Publication.RunEnded(run, stamp, ending, steps, ledger))),
        Of(Gen.Select(Run, Gen.Long, (run, session) => new Publication.SessionUnknown(run, session))),
        Of(Run.Select(run => new Publication.RunUnknown(run))),
        Of(Gen.Select(Run, Gen.Long, Gen.Int, Gen.Long, (run, epoch, shard, first) =>
            new Recollection.Recall(run, epoch, shard, first))),
        Of(Gen.Select(Run, Gen.Long, Gen.Int, Gen.Long, Doubles, (run, epoch, shard, first, values) =>
            new Recollection.Recalled(run, epoch, shard, first, values))),
        Of(Gen.Const(new Enquiries.Greet())),
        Of(Text.Array[0, 5].Select(desks => new Enquiries.Greeted([.. desks]))),
        Of(Gen.Const(new Enquiries.GetRuns())),
        Of(Gen.Select(Status.Array[0, 5], Gen.Int, (runs, more) => new Enquiries.RunsListed([.. runs], more))),
        Of(Run.Select(run => new Enquiries.GetProgress(run))),
        Of(Gen.Select(Status, Placement, Text, Gen.Int, (status, placement, print, bytes) =>
            new Enquiries.ProgressReported(status, placement, print, bytes))),
        Of(Gen.Select(Run, Gen.Int, (run, offset) => new Enquiries.GetText(run, offset))),
        Of(Status.Select(status => new Enquiries.Enter(status))),
        Of(Run.Select(run => new Enquiries.Entered(run))),
        Of(Gen.Select(Text, Gen.Int, Gen.Long.Array[2], Bytes, (title, shards, longs, text) =>
            new Chronicle.RunAccepted(title, shards, longs[0], longs[1], text))),
        Of(Gen.Select(Gen.Long, Text, (epoch, member) => new Chronicle.IncarnationBegun(epoch, member))),
        Of(Events.Select(runEvent => new Chronicle.EventRecorded(runEvent))),
        Of(Gen.Select(Gen.Enum<RunEnding>(), Gen.Long, Text, (ending, step, reason) =>
            new Chronicle.RunConcluded(ending, step, reason))),
        Of(Status.Select(status => new Chronicle.RunEntered(status))),
        Of(Status.Select(status => new Chronicle.RunClosed(status))),
        Of(Gen.Select(Run, Gen.Long, (run, epoch) => new Dismissal.Dismiss(run, epoch))),
        Of(Gen.Select(Run, Gen.Long, Gen.Int, Ledger, (run, epoch, shard, ledger) =>
            new Dismissal.ShardDismissed(run, epoch, shard, ledger))),
        Of(Gen.Select(Run, Gen.Long, Ledger, (run, epoch, ledger) =>
            new Dismissal.NodeDismissed(run, epoch, ledger))),
        Of(Identities.Select(identity => new Handshake.Introduce(identity))),
        Of(Identities.Select(identity => new Handshake.Introduced(identity))),
    }.ToDictionary(pair => pair.Type, pair => pair.Gen);

    private static (Type Type, Gen<IWireMessage> Gen) Of<T>(Gen<T> gen) where T : IWireMessage =>
        (typeof(T), gen.Select(message => (IWireMessage)message));
}
