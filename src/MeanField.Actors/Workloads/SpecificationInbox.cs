using System.Text;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Workloads;

/// <summary>A specification's text as it comes in, piece by piece.</summary>
internal sealed class SpecificationInbox(int bytes)
{
    private readonly byte[] _text = new byte[bytes];

    /// <summary>Where the next piece begins.</summary>
    public int Offset { get; private set; }

    public bool IsComplete => Offset == _text.Length;

    public string Text => Encoding.UTF8.GetString(_text);

    public void Accept(Transfers.SpecificationServed served)
    {
        if (served.Offset != Offset || served.Text.Length > _text.Length - Offset)
            return;
        served.Text.Span.CopyTo(_text.AsSpan(Offset));
        Offset += served.Text.Length;
    }
}
