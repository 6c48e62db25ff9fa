using Microsoft.Data.Sqlite;

namespace Alai.Tests.Orchestration;

/// <summary>Each night the whole store is checked beside the work; what is broken is an alarm, also after a restart.</summary>
public sealed class NightTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_text_altered_long_ago_is_found_in_the_night_and_told_until_it_is_right_again()
    {
        await using var home = new CareHome("backup: { every_min: 0 }\n");
        await home.FileAsync("Call the landlord");
        await home.Factory.Caretaker.RoundAsync(None);
        Assert.Empty(home.Factory.Parts.Care.All);
        await home.CloseAsync();
        Alter(home, "nothing");
        Assert.Empty(home.Factory.Parts.Care.All);

        // The day goes on; the check comes after three at night, once.
        home.Clock.Advance(TimeSpan.FromHours(13));
        await home.Factory.Caretaker.RoundAsync(None);
        Assert.Empty(home.Factory.Parts.Care.All);
        home.Clock.Advance(TimeSpan.FromHours(3));
        await home.Factory.Caretaker.RoundAsync(None);
        await home.Factory.Caretaker.RoundAsync(None);

        Assert.Contains("the text of #1", Assert.Single(home.Factory.Health.Read().Problems, problem => problem.Contains("did not pass its check", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Single(home.Factory.Reader.Events(null, 0, 100), happened => happened.Kind == "check_failed");
        await home.CloseAsync();
        Assert.Single(home.Factory.Parts.Care.All);
        await home.CloseAsync();
        Alter(home, "");
        Assert.True((await home.Factory.Caretaker.CheckAsync(None)).IsSound);
        Assert.Empty(home.Factory.Parts.Care.All);
    }

    [Fact]
    public async Task The_daemon_looks_after_itself_without_the_tick()
    {
        await using var home = new CareHome();
        await home.FileAsync("Call the landlord");
        home.Factory.Caretaker.Start();

        await QuietFactory.UntilAsync(
            () =>
            {
                home.Clock.Advance(Alai.Orchestration.Caretaker.Round);
                return home.Factory.Backup.All().Count > 0;
            },
            "a backup was made");
    }

    private static void Alter(CareHome home, string body)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(home.Data, "mission-control.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"UPDATE task_body SET body='{body}' WHERE task_id=1";
        command.ExecuteNonQuery();
    }
}
