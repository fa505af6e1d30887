using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MeanField.Actors.Journals;

/// <summary>
/// The name that a journal bears within itself: members whose journals bear the same name have the same journal,
/// however they reach it.
/// </summary>
public static class JournalIdentity
{
    private const int Attempts = 3;

    // one row, whoever comes first
    private static readonly string[] Naming =
    [
        "CREATE TABLE IF NOT EXISTS meanfield_journal "
            + "(only_row INTEGER PRIMARY KEY CHECK (only_row = 1), identity TEXT NOT NULL)",
        "INSERT INTO meanfield_journal (only_row, identity) VALUES (1, @identity) "
            + "ON CONFLICT (only_row) DO NOTHING",
    ];

    /// <summary>Reads the name, and gives one to a journal that has none; null where none is kept.</summary>
    /// <exception cref="JournalException">It cannot be reached, or not be written.</exception>
    public static async Task<string?> ReadAsync(
        JournalSettings settings, CancellationToken cancellation = default)
    {
        if (settings == JournalSettings.None)
            return null;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ReadOnceAsync(settings, cancellation);
            }
            catch (PostgresException exception) when (
                exception.SqlState == PostgresErrorCodes.UniqueViolation && attempt < Attempts)
            {
                // two that create the table at once: one of them is told so
            }
            catch (Exception exception) when (exception is DbException or IOException
                or UnauthorizedAccessException or System.Net.Sockets.SocketException or TimeoutException)
            {
                var reason = exception.Message.ReplaceLineEndings(" ");
                throw new JournalException($"the journal {settings} cannot be used: {reason}", exception);
            }
        }
    }

    private static async Task<string> ReadOnceAsync(JournalSettings settings, CancellationToken cancellation)
    {
        await using var connection = Connection(settings);
        await connection.OpenAsync(cancellation);
        // readers of a write-ahead log do not wait for writers, nor these for them
        if (settings is JournalSettings.Sqlite)
            await ExecuteAsync(connection, "PRAGMA journal_mode = WAL", cancellation);
        foreach (var statement in Naming)
            await ExecuteAsync(connection, statement, cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT identity FROM meanfield_journal";
        return (string)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static DbConnection Connection(JournalSettings settings)
    {
        if (settings is JournalSettings.PostgreSql database)
            return new NpgsqlConnection(database.ConnectionString);
        var file = (JournalSettings.Sqlite)settings;
        Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
        return new SqliteConnection(file.ConnectionString);
    }

    private static async Task ExecuteAsync(
        DbConnection connection, string statement, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        if (statement.Contains("@identity", StringComparison.Ordinal))
        {
            var identity = command.CreateParameter();
            (identity.ParameterName, identity.Value) = ("identity", Guid.CreateVersion7().ToString());
            command.Parameters.Add(identity);
        }
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
