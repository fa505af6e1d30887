using MeanField.Actors.Journals;

namespace MeanField.Cli.Nodes;

/// <summary>The journal that a node was told of, or says in a line why it cannot be used.</summary>
internal static class Journals
{
    private const string Option = "--journal";
    private const string DefaultFile = "journal.db";

    /// <summary>What people type; null: a file with the node's data, which the nodes of one machine may share.</summary>
    public static JournalSettings Parse(string? text, string data)
    {
        try
        {
            return JournalSettings.Parse(text ?? Path.Combine(data, DefaultFile));
        }
        catch (JournalException refused)
        {
            throw Refusal.BadUsage(Option, refused.Message);
        }
    }

    /// <summary>The name that it bears: members with the same name have the same journal.</summary>
    public static async Task<string> IdentityAsync(JournalSettings journal, CancellationToken cancellation)
    {
        try
        {
            return await JournalIdentity.ReadAsync(journal, cancellation) ?? "";
        }
        catch (JournalException refused)
        {
            throw Refusal.BadUsage(Option, refused.Message);
        }
    }
}
