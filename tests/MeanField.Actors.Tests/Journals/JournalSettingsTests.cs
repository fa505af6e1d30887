using MeanField.Actors.Journals;

namespace MeanField.Actors.Tests.Journals;

public sealed class JournalSettingsTests
{
    [Theory]
    [InlineData("Host=db;Port=5433;Database=runs;Username=u;Password=secret", "db:5433/runs")]
    [InlineData("postgresql://u:secret@db:5433/runs", "db:5433/runs")]
    [InlineData("postgres://db/runs", "db:5432/runs")]
    public void A_connection_string_names_a_database_and_never_shows_its_password(string text, string shown)
    {
        var settings = Assert.IsType<JournalSettings.PostgreSql>(JournalSettings.Parse(text));
        Assert.Equal(shown, settings.ToString());
    }

    [Fact]
    public void Anything_else_is_a_file() =>
        Assert.Equal(Path.GetFullPath("data/runs.db"), JournalSettings.Parse("data/runs.db").ToString());

    [Fact]
    public void A_connection_string_with_an_unknown_word_is_refused() =>
        Assert.Throws<JournalException>(() => JournalSettings.Parse("Hots=db;Database=runs"));

    [Fact]
    public async Task A_database_that_does_not_answer_is_refused_in_one_line()
    {
        var nobody = JournalSettings.Parse("Host=127.0.0.1;Port=1;Database=runs;Username=u;Timeout=2");
        var refused = await Assert.ThrowsAsync<JournalException>(() => JournalIdentity.ReadAsync(nobody));
        Assert.Contains("127.0.0.1:1/runs", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }
}
