namespace MeanField.Cli.Running;

internal enum EngineKind
{
    Actors,
    Serial,
}

/// <summary>Who runs the experiment; it changes nothing in the answer.</summary>
/// <param name="Kind">With actors or without.</param>
/// <param name="Shards">How many shards; null: as many as suit the machine.</param>
/// <param name="Nodes">How many processes.</param>
internal sealed record EngineChoice(EngineKind Kind, int? Shards, int Nodes = 1)
{
    /// <summary>Processes on one machine; a slip of the finger shall not start a thousand.</summary>
    public const int MostNodes = 64;

    public string Name => Kind.ToString().ToLowerInvariant();

    public static EngineKind Parse(string name) => Enum.Parse<EngineKind>(name, ignoreCase: true);

    public void Check()
    {
        if (Shards is < 1)
            throw Refusal.BadUsage("--shards", $"must be at least 1, is {Shards}");
        if (Nodes is < 1 or > MostNodes)
            throw Refusal.BadUsage("--nodes", $"must be from 1 to {MostNodes}, is {Nodes}");
        if (Kind == EngineKind.Serial && Shards is not null)
            throw Refusal.BadUsage("--shards", "the serial engine has no shards; leave it out or use --engine actors");
        if (Kind == EngineKind.Serial && Nodes > 1)
            throw Refusal.BadUsage("--nodes", "the serial engine is one process; leave it out or use --engine actors");
    }
}
