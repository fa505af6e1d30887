using Akka.Cluster.Sharding;
using MeanField.Protocol;

namespace MeanField.Actors.Hosting;

/// <summary>Which entity a message is for, and which group of entities moves together.</summary>
internal static class RunRouting
{
    /// <summary>
    /// Groups that are placed and moved as one; more than ten for each node that is to be expected.
    /// </summary>
    private const int Groups = 256;

    public static IMessageExtractor Runs { get; } = HashCodeMessageExtractor.Create(
        Groups, message => (message as IRunMessage)?.Run.Value ?? "", message => message);

    /// <summary>
    /// Neighbouring shards of a run fall into different groups, so that they spread evenly over nodes.
    /// </summary>
    public static IMessageExtractor Shards { get; } = new ShardExtractor();

    private sealed class ShardExtractor : IMessageExtractor
    {
        public string? EntityId(object message) =>
            message is IShardMessage addressed ? $"{addressed.Run.Value}/{addressed.Shard}" : null;

        public object EntityMessage(object message) => message;

        public string? ShardId(object message) =>
            message is IShardMessage addressed ? GroupOf(addressed.Run.Value, addressed.Shard) : null;

        public string ShardId(string entityId, object? messageHint = null)
        {
            var slash = entityId.LastIndexOf('/');
            return GroupOf(entityId[..slash], int.Parse(entityId.AsSpan(slash + 1)));
        }

        private static string GroupOf(string run, int shard)
        {
            // FNV-1a: string.GetHashCode differs between processes
            var hash = 2166136261u;
            foreach (var character in run)
                hash = (hash ^ character) * 16777619u;
            return ((hash + (uint)shard) % Groups).ToString();
        }
    }
}
