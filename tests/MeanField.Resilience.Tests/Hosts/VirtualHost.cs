namespace MeanField.Resilience.Tests.Hosts;

/// <summary>A network namespace with one interface: to a process in it, a machine of its own.</summary>
internal sealed record VirtualHost(string Namespace, string Address)
{
    /// <summary>What to put before a command line that is to run here.</summary>
    public IEnumerable<string> Prefix => ["ip", "netns", "exec", Namespace];

    /// <summary>Does something here, and sockets made by it stay here.</summary>
    public T Enter<T>(Func<T> action)
    {
        var result = default(T);
        Exception? failure = null;
        var visitor = new Thread(() =>
        {
            try
            {
                NetworkNamespace.EnterForGood(Namespace);
                result = action();
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        });
        visitor.Start();
        visitor.Join();
        return failure is null ? result! : throw new InvalidOperationException($"in {Namespace}", failure);
    }
}
