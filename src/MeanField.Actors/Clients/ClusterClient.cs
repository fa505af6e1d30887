using Akka.Actor;
using MeanField.Actors.Hosting;
using MeanField.Actors.Links;
using MeanField.Actors.Listening;
using MeanField.Actors.Workloads;
using MeanField.Core.Dynamics;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Clients;

/// <summary>
/// Speaks to a cluster without being a member: hands runs in, follows them, asks how they do. Runs do not need
/// it: whoever knows a run's name can follow it from where he stands.
/// </summary>
public sealed class ClusterClient : IAsyncDisposable
{
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(1);

    private readonly ActorSystem _system;
    private readonly DeskGateway _desks;
    private readonly ClusterClientOptions _options;

    private ClusterClient(ActorSystem system, DeskGateway desks, ClusterClientOptions options) =>
        (_system, _desks, _options) = (system, desks, options);

    /// <summary>A client of the cluster that one of the members belongs to.</summary>
    /// <exception cref="ClusterUnreachableException">None of them answers.</exception>
    public static async Task<ClusterClient> ConnectAsync(
        ClusterClientOptions options, CancellationToken cancellation = default)
    {
        var system = ClientSystem.Start(options);
        var desks = new DeskGateway(system, MemberHost.SystemName, options.Members);
        var client = new ClusterClient(system, desks, options);
        try
        {
            desks.Add((await client.AskAsync<Enquiries.Greeted>(new Enquiries.Greet(), cancellation)).Desks);
            return client;
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }

    /// <summary>Hands a run in; it goes on whatever becomes of this client.</summary>
    /// <param name="specification">Its text; of an experiment the canonical JSON.</param>
    /// <param name="options">Its name, and how it is shared out.</param>
    /// <param name="cancellation">Ends the waiting; the run may have been accepted.</param>
    /// <exception cref="SubmissionRefusedException">The cluster cannot run it, or the name is taken.</exception>
    /// <exception cref="ClusterUnreachableException">Nobody has accepted it in time.</exception>
    public async Task<RunId> SubmitAsync(
        string specification, SubmissionOptions options, CancellationToken cancellation = default)
    {
        var engagement = new Engagement(
            options.Run ?? RunOptions.NewName(),
            options.Title,
            new(specification),
            options.Shards ?? 0,
            ObserveFrom: 0,
            KnownSignals: default,
            IsBound: false);
        var outcome = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var submitter = _system.ActorOf(Props.Create(() => new RunSubmitter(engagement, _desks, outcome)));
        try
        {
            await outcome.Task.WaitAsync(_options.Patience, _options.Clock, cancellation);
            return engagement.Run;
        }
        catch (TimeoutException)
        {
            throw Unreachable();
        }
        finally
        {
            _system.Stop(submitter);
        }
    }

    /// <summary>
    /// Follows a run to its end, from where the listener stands, through whatever happens to coordinators and
    /// members; cancelling ends the listening, not the run.
    /// </summary>
    /// <exception cref="UnknownRunException">No run is called that.</exception>
    /// <exception cref="SinkFailedException">The sink threw.</exception>
    public Task<RunReport> ListenAsync(
        RunId run,
        EventCursor from,
        Func<RunEvent, ValueTask> sink,
        CancellationToken cancellation = default) =>
        new Attendance(_system, run, null, from, _desks, new DirectLink()).ListenAsync(sink, cancellation);

    /// <summary>The runs that go on, and the last of those that are over.</summary>
    public Task<Enquiries.RunsListed> StatusAsync(CancellationToken cancellation = default) =>
        AskAsync<Enquiries.RunsListed>(new Enquiries.GetRuns(), cancellation);

    /// <exception cref="UnknownRunException">No run is called that.</exception>
    public async Task<RunStatus> StatusAsync(RunId run, CancellationToken cancellation = default) =>
        (await AskAsync<Enquiries.ProgressReported>(new Enquiries.GetProgress(run), cancellation)).Status;

    /// <summary>On which members a run is.</summary>
    /// <exception cref="UnknownRunException">No run is called that.</exception>
    public async Task<RunPlacement> PlacementAsync(RunId run, CancellationToken cancellation = default) =>
        (await AskAsync<Enquiries.ProgressReported>(new Enquiries.GetProgress(run), cancellation)).Placement;

    /// <summary>Stops a run where it stands; one that is over stays what it is.</summary>
    /// <exception cref="UnknownRunException">No run is called that.</exception>
    public async Task<RunStatus> CancelAsync(RunId run, CancellationToken cancellation = default) =>
        (await AskAsync<Enquiries.ProgressReported>(new Submission.Cancel(run), cancellation)).Status;

    /// <summary>What a run was submitted as.</summary>
    /// <exception cref="UnknownRunException">No run is called that.</exception>
    public async Task<string> SpecificationAsync(RunId run, CancellationToken cancellation = default)
    {
        var report = await AskAsync<Enquiries.ProgressReported>(new Enquiries.GetProgress(run), cancellation);
        var inbox = new SpecificationInbox(report.SpecificationBytes);
        while (!inbox.IsComplete)
            inbox.Accept(await AskAsync<Transfers.SpecificationServed>(
                new Enquiries.GetText(run, inbox.Offset), cancellation));
        return inbox.Text;
    }

    public async ValueTask DisposeAsync() => await _system.Terminate();

    /// <summary>Asks one desk after another.</summary>
    private async Task<T> AskAsync<T>(IWireMessage question, CancellationToken cancellation)
    {
        var since = _options.Clock.GetTimestamp();
        while (_options.Clock.GetElapsedTime(since) < _options.Patience)
        {
            try
            {
                return Expect<T>(await _desks.Next().Ask<IWireMessage>(question, AnswerTime, cancellation));
            }
            catch (AskTimeoutException)
            {
                // the next desk, or the same after a while
            }
        }
        throw Unreachable();
    }

    private static T Expect<T>(IWireMessage answer) => answer switch
    {
        T expected => expected,
        Publication.RunUnknown unknown => throw new UnknownRunException(unknown.Run),
        Submission.Refused refused => throw new SubmissionRefusedException(refused.Reason),
        _ => throw new InvalidOperationException($"{answer.GetType().Name} is no answer to that."),
    };

    private ClusterUnreachableException Unreachable() => new(
        $"no member answers at {string.Join(", ", _options.Members)} "
        + $"(waited for {_options.Patience.TotalSeconds:0} s)");
}
