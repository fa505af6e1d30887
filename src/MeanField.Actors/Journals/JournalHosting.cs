using System.Reflection;
using Akka.Hosting;

namespace MeanField.Actors.Journals;

/// <summary>Settings of Akka's journal for a database.</summary>
internal static class JournalHosting
{
    private const string Plugin = "Akka.Persistence.Sql";

    public static AkkaConfigurationBuilder WithJournal(
        this AkkaConfigurationBuilder builder, JournalSettings settings) => settings switch
        {
            JournalSettings.Sqlite file => builder.WithJournal(Hocon("SQLite.MS", file.ConnectionString)),
            JournalSettings.PostgreSql database => builder.WithJournal(
                Hocon("PostgreSQL", database.ConnectionString)),
            _ => builder,
        };

    private static AkkaConfigurationBuilder WithJournal(this AkkaConfigurationBuilder builder, string hocon) =>
        builder.AddHocon(hocon, HoconAddMode.Prepend).AddHocon(Defaults(), HoconAddMode.Append);

    // the plugin adds its defaults only when it is set up in code, which would need it to compile with
    private static string Defaults()
    {
        var plugin = Assembly.Load(Plugin);
        using var stream = plugin.GetManifestResourceStream($"{Plugin}.persistence.conf")!;
        return new StreamReader(stream).ReadToEnd();
    }

    private static string Hocon(string provider, string connection) => $$"""
        akka.persistence.journal {
          plugin = "akka.persistence.journal.sql"
          sql {
            provider-name = "{{provider}}"
            connection-string = "{{Escaped(connection)}}"
            # nobody asks by tags: no table of tags, no row read back for one
            tag-write-mode = Csv
            # entries are batches of 32 kB: a thousand at a time would be 32 MB
            replay-batch-size = 100
            # a write that takes so long has failed; the run does not wait for it, and it is tried again soon
            circuit-breaker {
              max-failures = 5
              call-timeout = 10s
              reset-timeout = 2s
            }
          }
        }
        """;

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
