using MeanField.Actors.Workloads;
using MeanField.Core.Dynamics;
using MeanField.Core.Specification;
using Microsoft.Extensions.Logging;

namespace MeanField.Actors.Checkpoints;

/// <summary>A node's checkpoints, of all its runs.</summary>
public sealed class CheckpointStore
{
    private readonly ILogger _log;
    private readonly Dictionary<string, int> _users = [];

    public CheckpointStore(CheckpointOptions options, TimeProvider clock, ILoggerFactory logging)
    {
        (Options, Clock, _log) = (options, clock, logging.CreateLogger<CheckpointStore>());
        (Writer, Reader) = (new(options, clock, _log), new(_log));
        Attempt(() => ForgottenRuns.Remove(options.Directory, clock.GetUtcNow()));
    }

    internal CheckpointOptions Options { get; }

    internal TimeProvider Clock { get; }

    internal CheckpointWriter Writer { get; }

    internal CheckpointReader Reader { get; }

    /// <summary>The checkpoints of a whole run in one block.</summary>
    /// <param name="specification">Decides what the particles are at any step.</param>
    /// <param name="model">What it says.</param>
    public ICheckpoints Of(ExperimentSpec specification, IMeanFieldModel model) =>
        Of(SpecificationText.Of(specification).Fingerprint, model, new(0, model.Leaves));

    internal BlockCheckpoints Of(string fingerprint, IMeanFieldModel model, LeafRange leaves)
    {
        lock (_users)
            _users[fingerprint] = _users.GetValueOrDefault(fingerprint) + 1;
        var folder = new CheckpointFolder(Options.Directory, fingerprint, model);
        return new(this, folder, model, leaves, () => Leave(fingerprint));
    }

    /// <summary>A run is over: its checkpoints make room, unless somebody else uses or owns them.</summary>
    internal void Free(string fingerprint)
    {
        if (Options.OutliveRuns)
            return;
        lock (_users)
        {
            if (!_users.ContainsKey(fingerprint))
                Attempt(() => Directory.Delete(CheckpointFolder.PathOf(Options.Directory, fingerprint), true));
        }
    }

    private void Leave(string fingerprint)
    {
        lock (_users)
        {
            if (--_users[fingerprint] == 0)
                _users.Remove(fingerprint);
        }
    }

    private void Attempt(Action removal)
    {
        try
        {
            removal();
        }
        catch (DirectoryNotFoundException)
        {
            // another node was faster, or there never were any
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            _log.LogWarning("Checkpoints of a run that is over cannot be removed: {Reason}", cause.Message);
        }
    }
}
