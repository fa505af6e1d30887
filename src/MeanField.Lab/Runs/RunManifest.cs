using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MeanField.Lab.Runs;

/// <summary>What a run is, who ran it and when: the content of <c>manifest.json</c>.</summary>
public sealed record RunManifest
{
    /// <summary>Marks a directory as ours.</summary>
    public const string ProgramName = "meanfield";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new SpecificationConverter() },
    };

    public string Program { get; init; } = ProgramName;

    /// <summary>The layout of the directory; a reader refuses one that is newer than itself.</summary>
    public int Format { get; init; } = 1;

    public required string Fingerprint { get; init; }

    public required ExperimentSpec Spec { get; init; }

    public required RunShape Shape { get; init; }

    public required string Engine { get; init; }

    public int Shards { get; init; }

    /// <summary>Processes that the run was spread over.</summary>
    public int Nodes { get; init; } = 1;

    public required string ProgramVersion { get; init; }

    public string? GitCommit { get; init; }

    public required MachineDescription Machine { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while the run is being written.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public ImmutableArray<string> Members { get; init; } = [];

    public ImmutableArray<SurvivedFailure> FailuresSurvived { get; init; } = [];

    public static RunManifest Of(
        ExperimentSpec spec, RunShape shape, RunDescription description, DateTimeOffset startedAt) => new()
        {
            Fingerprint = SpecificationFingerprint.Of(spec),
            Spec = spec,
            Shape = shape,
            Engine = description.Engine,
            Shards = description.Shards,
            Nodes = description.Nodes,
            ProgramVersion = description.ProgramVersion,
            GitCommit = description.GitCommit,
            Machine = description.Machine,
            Members = description.Members,
            StartedAt = startedAt,
        };

    public string Write() => JsonSerializer.Serialize(this, Options) + "\n";

    /// <exception cref="JsonException">No manifest.</exception>
    public static RunManifest Read(string json) =>
        JsonSerializer.Deserialize<RunManifest>(json, Options)
        ?? throw new JsonException("an empty manifest");

    /// <summary>The specification in its own form, as <see cref="SpecificationJson"/> writes it.</summary>
    private sealed class SpecificationConverter : JsonConverter<ExperimentSpec>
    {
        public override ExperimentSpec Read(
            ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            SpecificationJson.Parse(JsonNode.Parse(ref reader)!.ToJsonString(), null, null);

        public override void Write(
            Utf8JsonWriter writer, ExperimentSpec spec, JsonSerializerOptions options) =>
            JsonNode.Parse(SpecificationJson.Write(spec, indented: false))!.WriteTo(writer);
    }
}
