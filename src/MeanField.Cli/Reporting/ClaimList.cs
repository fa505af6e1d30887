using System.Text.Json.Nodes;
using MeanField.Lab.Studies;

namespace MeanField.Cli.Reporting;

/// <summary>Names and statements of claims.</summary>
internal sealed record ClaimList(Shell Shell, bool Json)
{
    public int Print(IReadOnlyList<Claim> claims)
    {
        if (Json)
            Shell.Output.WriteLine(JsonOutput.Line(new() { ["claims"] = new JsonArray([.. claims.Select(Node)]) }));
        else
            foreach (var family in Claims.Families.Where(family => family.Claims.Any(claims.Contains)))
                Print(family, claims);
        return ExitCode.Done;
    }

    private static JsonNode Node(Claim claim) => new JsonObject
    {
        ["name"] = claim.Name,
        ["statement"] = claim.Statement,
        ["source"] = claim.Source,
        ["method"] = claim.Method,
    };

    private void Print(ClaimFamily family, IReadOnlyList<Claim> claims)
    {
        Shell.Output.WriteLine(family.Title);
        foreach (var claim in family.Claims.Where(claims.Contains))
            Shell.Output.WriteLine($"  {claim.Name}: {claim.Statement}");
    }
}
