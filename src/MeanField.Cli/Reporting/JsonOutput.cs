using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeanField.Cli.Reporting;

/// <summary>One JSON object on one line, legible where it holds text.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonObject Object<T>(T value) => JsonSerializer.SerializeToNode(value, Options)!.AsObject();

    public static string Line(JsonObject value) => value.ToJsonString(Options);
}
