using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MeanField.Core.Specification.Sections;

namespace MeanField.Core.Specification;

/// <summary>The JSON Schema of experiment files, made from the same description that reads them.</summary>
public static class SpecificationSchema
{
    /// <summary>
    /// The member by which a file may name its schema, for editors; it says nothing about the experiment.
    /// </summary>
    internal const string Reference = "$schema";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Json()
    {
        var schema = ExperimentForm.Form.Schema();
        schema["properties"]![Reference] = new JsonObject { ["type"] = "string" };
        schema.Insert(0, Reference, "http://json-schema.org/draft-07/schema#");
        schema.Insert(1, "title", "Experiment of MeanField.Cluster");
        return schema.ToJsonString(Indented) + "\n";
    }
}
