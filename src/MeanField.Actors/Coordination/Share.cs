using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Coordination;

/// <summary>One post's answer to a round, which may come in parts.</summary>
internal sealed class Share
{
    private ReadOnlyMemory<byte>?[]? _parts;
    private int _missingParts;

    /// <summary>Begins with what the same shards have answered from wherever they were before.</summary>
    public Share(Detachment detachment, Share? before)
    {
        Detachment = detachment;
        if (before is { IsAnswered: true })
            (Payload, IsAnswered) = (before.Payload, true);
    }

    public Detachment Detachment { get; }

    public bool IsAnswered { get; private set; }

    public ReadOnlyMemory<byte> Payload { get; private set; }

    public void Forget() => (IsAnswered, Payload, _parts) = (false, default, null);

    /// <summary>True when the answer is whole.</summary>
    public bool Accept(Rounds.NodeAnswered answer)
    {
        if (answer.Parts == 1)
            return Complete(answer.Payload);
        if (answer.Parts < 1 || (uint)answer.Part >= (uint)answer.Parts)
            return false;
        if (_parts is null || _parts.Length != answer.Parts)
            (_parts, _missingParts) = (new ReadOnlyMemory<byte>?[answer.Parts], answer.Parts);
        if (_parts[answer.Part] is not null)
            return false;
        _parts[answer.Part] = answer.Payload;
        return --_missingParts == 0 && Complete(_parts.SelectMany(part => part!.Value.ToArray()).ToArray());
    }

    private bool Complete(ReadOnlyMemory<byte> payload)
    {
        (Payload, IsAnswered, _parts) = (payload, true, null);
        return true;
    }
}
