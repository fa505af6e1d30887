namespace MeanField.Protocol;

/// <summary>
/// Marks what may cross a link between processes: has a manifest and a codec in <see
/// cref="Wire.WireCatalogue"/>.
/// </summary>
public interface IWireMessage
{
    RunId Run { get; }
}

/// <summary>Addressed to the coordinator of its run, through the region of runs.</summary>
public interface IRunMessage : IWireMessage;

/// <summary>Addressed to one shard of its run, through the region of shards.</summary>
public interface IShardMessage : IWireMessage
{
    int Shard { get; }
}
