namespace MeanField.Protocol.Wire;

/// <summary>Bytes from a link that are not what their manifest says.</summary>
public sealed class WireFormatException(string message, Exception? inner = null)
    : FormatException(message, inner);
