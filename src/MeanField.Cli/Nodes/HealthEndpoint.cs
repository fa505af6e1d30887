using System.Net;
using MeanField.Actors;

namespace MeanField.Cli.Nodes;

/// <summary>
/// Answers any HTTP request with 200 while this process is a member and 503 otherwise: what a container's supervisor can
/// ask without certificates and without starting a second program.
/// </summary>
internal sealed class HealthEndpoint : IAsyncDisposable
{
    private readonly HttpListener? _listener;
    private readonly Task _answering = Task.CompletedTask;

    private HealthEndpoint(HttpListener? listener, Func<bool> isWell)
    {
        _listener = listener;
        if (listener is not null)
            _answering = AnswerAsync(listener, isWell);
    }

    public static HealthEndpoint Open(Endpoint? endpoint, Func<bool> isWell)
    {
        if (endpoint is null)
            return new(null, isWell);
        var listener = new HttpListener();
        var host = endpoint.IsWildcard ? new Endpoint("*", endpoint.Port) : endpoint;
        listener.Prefixes.Add($"http://{host}/");
        try
        {
            listener.Start();
        }
        catch (HttpListenerException failure)
        {
            throw Refusal.BadUsage("--health", $"{endpoint} cannot be listened on: {failure.Message}");
        }
        return new(listener, isWell);
    }

    public async ValueTask DisposeAsync()
    {
        _listener?.Close();
        await _answering;
    }

    private static async Task AnswerAsync(HttpListener listener, Func<bool> isWell)
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                context.Response.StatusCode = (int)(isWell() ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable);
                context.Response.Close();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                // the node ends, or whoever asked has gone
            }
        }
    }
}
