namespace MeanField.Protocol;

/// <summary>
/// Marks what may cross a link between processes, or go into a journal: has a manifest and a codec in <see
/// cref="Wire.WireCatalogue"/>.
/// </summary>
public interface IWireMessage;

/// <summary>Addressed to the coordinator of its run, through the region of runs.</summary>
public interface IRunMessage : IWireMessage
{
    RunId Run { get; }
}

/// <summary>Addressed to one shard of its run, through the region of shards.</summary>
public interface IShardMessage : IWireMessage
{
    RunId Run { get; }

    int Shard { get; }
}
