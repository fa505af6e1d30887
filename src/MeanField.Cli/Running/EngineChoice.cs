namespace MeanField.Cli.Running;

internal enum EngineKind
{
    Actors,
    Serial,
}

/// <summary>Who runs the experiment; it changes nothing in the answer.</summary>
/// <param name="Kind">With actors or without.</param>
/// <param name="Shards">How many shards; null: as many as suit the machine.</param>
internal sealed record EngineChoice(EngineKind Kind, int? Shards)
{
    public string Name => Kind.ToString().ToLowerInvariant();

    public static EngineKind Parse(string name) => Enum.Parse<EngineKind>(name, ignoreCase: true);

    public void Check()
    {
        if (Shards is < 1)
            throw Refusal.BadUsage("--shards", $"must be at least 1, is {Shards}");
        if (Kind == EngineKind.Serial && Shards is not null)
            throw Refusal.BadUsage("--shards", "the serial engine has no shards; leave it out or use --engine actors");
    }
}
