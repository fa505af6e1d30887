using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace MeanField.Lab.Studies;

/// <summary>What a measurement may use: effort, cores, and the wish to stop.</summary>
/// <param name="Effort">How much computing is allowed.</param>
/// <param name="Cores">How many replicates run side by side.</param>
/// <param name="Cancellation">Stops between two replicates.</param>
public sealed record StudyScope(Effort Effort, int Cores, CancellationToken Cancellation = default)
{
    public T Pick<T>(T tiny, T quick, T thorough) => Effort switch
    {
        Effort.Tiny => tiny,
        Effort.Quick => quick,
        _ => thorough,
    };

    /// <summary>The results in the order of the inputs, whichever core made them.</summary>
    public TResult[] Map<TInput, TResult>(IReadOnlyList<TInput> inputs, Func<TInput, TResult> compute)
    {
        var results = new TResult[inputs.Count];
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = Cores,
            CancellationToken = Cancellation,
        };
        // one at a time: replicates differ much in length
        var places = Partitioner.Create(
            Enumerable.Range(0, inputs.Count), EnumerablePartitionerOptions.NoBuffering);
        try
        {
            Parallel.ForEach(places, options, i => results[i] = compute(inputs[i]));
        }
        catch (AggregateException several)
        {
            // what went wrong in a replicate, as if it had run alone
            ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }
        return results;
    }

    /// <summary>One result for each of so many seeds, 1, 2, ….</summary>
    public T[] Replicate<T>(int count, Func<ulong, T> compute) =>
        Map([.. Enumerable.Range(1, count).Select(seed => (ulong)seed)], compute);
}
