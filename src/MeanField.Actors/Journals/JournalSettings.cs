using Microsoft.Data.Sqlite;
using Npgsql;

namespace MeanField.Actors.Journals;

/// <summary>Where runs are written down, so that they outlive their coordinators.</summary>
public abstract record JournalSettings
{
    private JournalSettings()
    {
    }

    /// <summary>Nowhere: a run lives and dies with its coordinator.</summary>
    public static JournalSettings None { get; } = new Nowhere();

    /// <summary>For people: no password is in it.</summary>
    public abstract override string ToString();

    /// <summary>
    /// A PostgreSQL connection string (key=value;… or postgresql://…), or else the path of a SQLite file.
    /// </summary>
    /// <exception cref="JournalException">It looks like a connection string and is none.</exception>
    public static JournalSettings Parse(string text)
    {
        try
        {
            if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "postgres" or "postgresql")
                return new PostgreSql(FromUri(uri!));
            return text.Contains('=') ? new PostgreSql(text) : new Sqlite(text);
        }
        catch (ArgumentException exception)
        {
            throw new JournalException($"no connection string of PostgreSQL: {exception.Message}", exception);
        }
    }

    private static string FromUri(Uri uri)
    {
        var user = uri.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder { Host = uri.Host, Database = uri.AbsolutePath.Trim('/') };
        if (uri.Port > 0)
            builder.Port = uri.Port;
        if (user[0].Length > 0)
            builder.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1)
            builder.Password = Uri.UnescapeDataString(user[1]);
        return builder.ConnectionString;
    }

    /// <summary>A file that the members of one machine share.</summary>
    public sealed record Sqlite : JournalSettings
    {
        public Sqlite(string path) => Path = System.IO.Path.GetFullPath(path);

        public string Path { get; }

        public string ConnectionString => new SqliteConnectionStringBuilder { DataSource = Path }.ToString();

        public override string ToString() => Path;
    }

    /// <summary>A database that the members of any machine share.</summary>
    public sealed record PostgreSql : JournalSettings
    {
        private readonly NpgsqlConnectionStringBuilder _builder;

        public PostgreSql(string connectionString) => _builder = new(connectionString);

        public string ConnectionString => _builder.ConnectionString;

        public override string ToString() => $"{_builder.Host}:{_builder.Port}/{_builder.Database}";
    }

    private sealed record Nowhere : JournalSettings
    {
        public override string ToString() => "nowhere";
    }
}
