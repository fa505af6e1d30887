using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeanField.Lab.Studies.Publishing;

/// <summary><c>verify.json</c>: every claim with its checks and verdicts.</summary>
public static class VerifyJson
{
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Verification verification) => Object(verification).ToJsonString(Indented);

    public static JsonObject Object(Verification verification) => new()
    {
        ["effort"] = Word(verification.Effort),
        ["confidence"] = Estimate.Confidence,
        ["holds"] = verification.Count(Verdict.Holds),
        ["explained"] = verification.Count(Verdict.Explained),
        ["undecided"] = verification.Count(Verdict.Undecided),
        ["fails"] = verification.Count(Verdict.Fails),
        ["claims"] = new JsonArray([.. verification.Claims.Select(Claim)]),
    };

    private static JsonNode Claim(MeasuredClaim measured) => new JsonObject
    {
        ["name"] = measured.Claim.Name,
        ["statement"] = measured.Claim.Statement,
        ["source"] = measured.Claim.Source,
        ["method"] = measured.Claim.Method,
        ["verdict"] = Word(measured.Finding.Verdict),
        ["checks"] = new JsonArray([.. measured.Finding.Checks.Select(Check)]),
        ["remark"] = measured.Finding.Remark,
        ["figures"] = new JsonArray([.. measured.Finding.Figures.Select(figure => (JsonNode)figure.Name)]),
        ["tables"] = new JsonArray([.. measured.Finding.Tables.Select(table => (JsonNode)table.Name)]),
        ["seconds"] = measured.Duration.TotalSeconds,
    };

    private static JsonNode Check(Check check)
    {
        var node = new JsonObject
        {
            ["quantity"] = check.Quantity,
            ["measured"] = Number(check.Measured.Value),
            ["low"] = Number(check.Measured.Low),
            ["high"] = Number(check.Measured.High),
            ["theory"] = check.Stated.Text,
            ["verdict"] = Word(check.Verdict),
        };
        if (check.Explanation is { } explanation)
        {
            node["explained"] = explanation.Predicts.Text;
            node["explanation"] = explanation.Text;
        }
        return node;
    }

    private static JsonNode? Number(double value) => double.IsFinite(value) ? value : null;

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
