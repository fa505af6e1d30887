using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MeanField.Core.Specification.Forms;
using MeanField.Core.Specification.Reading;
using MeanField.Core.Specification.Sections;

namespace MeanField.Core.Specification;

/// <summary>Specifications as JSON text.</summary>
public static class SpecificationJson
{
    /// <summary>Reads a specification; what is wrong with it is thrown all at once.</summary>
    /// <param name="json">An experiment file's text; comments and trailing commas are allowed.</param>
    /// <param name="baseDirectory">Where relative data paths start; null: data files are not looked
    /// for.</param>
    /// <param name="sets">Members to set first, as path=value.</param>
    /// <exception cref="SpecificationException">Something is wrong.</exception>
    public static ExperimentSpec Parse(string json, string? baseDirectory, IReadOnlyList<string>? sets)
    {
        var faults = new Faults();
        var root = Override.ApplyAll(JsonTree.Parse(json, faults), sets ?? [], faults);
        (root as JsonObject)?.Remove(SpecificationSchema.Reference);
        var form = ExperimentForm.Form;
        var spec = form.Read(new Cursor(root, "", faults), form.Prototype);
        if (spec.Data is FileData file && baseDirectory is not null)
            spec = spec with { Data = DataFile.Resolve(file, baseDirectory, faults) };
        faults.ThrowIfAny();
        return spec;
    }

    /// <summary>
    /// The canonical text: every member, in a fixed order; parsing it gives an equal specification.
    /// </summary>
    public static string Write(ExperimentSpec specification, bool indented)
    {
        using var buffer = new MemoryStream();
        var options = new JsonWriterOptions
        {
            Indented = indented,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var writer = new Utf8JsonWriter(buffer, options))
            ExperimentForm.Form.Write(writer, specification);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
