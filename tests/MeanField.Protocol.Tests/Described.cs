using System.Collections;
using System.Globalization;
using System.Reflection;
using Akka.Actor;

namespace MeanField.Protocol.Tests;

/// <summary>
/// All that is in a message as text, down to the elements of its arrays: equal texts, equal messages.
/// </summary>
internal static class Described
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        double number => BitConverter.DoubleToInt64Bits(number).ToString("x", CultureInfo.InvariantCulture),
        string text => $"\"{text}\"",
        IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IActorRef actor => actor.Path.ToStringWithoutAddress(),
        ReadOnlyMemory<byte> bytes => Convert.ToHexString(bytes.Span),
        RunId or ShardSet => value.ToString()!,
        CommunicationLedger ledger => string.Join(
            ' ',
            [
                ledger.Compute, ledger.LongestCompute, ledger.LongestNode, ledger.Rounds, ledger.SinkWait,
                .. ledger.Entries(),
            ]),
        IEnumerable many => $"[{string.Join(", ", many.Cast<object?>().Select(Of))}]",
        _ => $"{value.GetType().Name}({string.Join(", ", Properties(value))})",
    };

    private static IEnumerable<string> Properties(object value) => value.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0)
        .Select(property => $"{property.Name}={Of(property.GetValue(value))}");
}
