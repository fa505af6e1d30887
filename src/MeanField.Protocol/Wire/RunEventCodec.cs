using MeanField.Core.Dynamics;

namespace MeanField.Protocol.Wire;

/// <summary>The events of a run in bytes, one tag in front.</summary>
public static class RunEventCodec
{
    public static byte[] Encode(RunEvent runEvent)
    {
        var writer = new WireWriter();
        Write(writer, runEvent);
        return writer.ToArray();
    }

    public static RunEvent Decode(ReadOnlySpan<byte> encoded)
    {
        var reader = new WireReader(encoded);
        var runEvent = Read(ref reader);
        reader.ExpectEnd();
        return runEvent;
    }

    internal static void Write(WireWriter writer, RunEvent runEvent)
    {
        switch (runEvent)
        {
            case SignalsRecorded recorded:
                writer.Byte(1);
                writer.Whole(recorded.FirstStep);
                writer.Doubles(recorded.Values.AsSpan());
                break;
            case MeasureObserved observed:
                writer.Byte(2);
                ObservationCodec.Write(writer, observed.Observation);
                break;
            case ParticlesRead read:
                writer.Byte(3);
                writer.Whole(read.First);
                writer.Doubles(read.Values.AsSpan());
                break;
            case RunCompleted completed:
                writer.Byte(4);
                writer.Whole(completed.Steps);
                break;
            case RunFailed failed:
                writer.Byte(5);
                writer.Whole(failed.Step);
                writer.Text(failed.Reason);
                break;
            case MemberJoined joined:
                writer.Byte(6);
                writer.Text(joined.Member);
                break;
            case FailureSurvived survived:
                writer.Byte(7);
                writer.Whole(survived.Step);
                writer.Text(survived.What);
                break;
            default:
                throw new ArgumentException($"{runEvent.GetType()} has no wire form.", nameof(runEvent));
        }
    }

    internal static RunEvent Read(ref WireReader reader) => reader.Byte() switch
    {
        1 => new SignalsRecorded(reader.Whole(), reader.Doubles()),
        2 => new MeasureObserved(ObservationCodec.Read(ref reader)),
        3 => new ParticlesRead(reader.Whole(), reader.Doubles()),
        4 => new RunCompleted(reader.Whole()),
        5 => new RunFailed(reader.Whole(), reader.Text()),
        6 => new MemberJoined(reader.Text()),
        7 => new FailureSurvived(reader.Whole(), reader.Text()),
        var tag => throw new WireFormatException($"{tag} is no kind of event."),
    };
}
