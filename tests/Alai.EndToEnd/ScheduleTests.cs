using Microsoft.Data.Sqlite;

namespace Alai.EndToEnd;

/// <summary>Recurring work through the programs: made, seen, fired once, over a killed daemon.</summary>
public sealed class ScheduleTests
{
    [Fact]
    public async Task A_slot_missed_while_no_daemon_lived_fires_once_after_the_start_and_after_a_kill_not_again()
    {
        await using var factory = TheFactory.New();
        var made = (await factory.AlaiAsync("schedule", "add", "dishes", "--cron", "0 * * * *", "--zone", "UTC", "Wash the dishes of {date}", "--label", "home", "-p", "high")).Expect(0);
        Assert.Contains("0 * * * * in UTC", made.Out, StringComparison.Ordinal);
        Assert.Contains("dishes", (await factory.AlaiAsync("schedule", "list")).Expect(0).Out, StringComparison.Ordinal);
        (await factory.AlaiAsync("halt", "while testing")).Expect(0);
        Rewind(factory, TimeSpan.FromHours(3));

        var daemon = await factory.UpAsync();
        await UntilFiredAsync(factory);
        await TheFactory.KillAsync(daemon);
        await factory.UpAsync();
        (await factory.AlaiAsync("schedule", "pause", "dishes")).Expect(0);
        (await factory.AlaiAsync("schedule", "resume", "dishes")).Expect(0);

        var tasks = (await factory.AlaiAsync("task", "list", "--json")).Expect(0).Json.GetProperty("tasks");
        var task = Assert.Single(tasks.EnumerateArray());
        Assert.Matches(@"^Wash the dishes of \d{4}-\d\d-\d\d$", task.GetProperty("title").GetString());
        Assert.Equal("high", task.GetProperty("priority").GetString());
        var shown = (await factory.AlaiAsync("schedule", "show", "dishes")).Expect(0).Out;
        Assert.Contains("#1", shown, StringComparison.Ordinal);
        Assert.Contains("2 missed before it were passed over", shown, StringComparison.Ordinal);
        Assert.Equal(5, (await factory.AlaiAsync("schedule", "next", "dishes")).Expect(0).Out.Split('\n').Count(line => line.Contains(":00 +00:00", StringComparison.Ordinal)));
        (await factory.AlaiAsync("schedule", "remove", "dishes")).Expect(0);
        Assert.Contains("Nothing comes again", (await factory.AlaiAsync("schedule", "list")).Expect(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        await using var factory = TheFactory.New();
        (await factory.AlaiAsync("schedule", "add", "dishes", "--cron", "@daily", "Wash the dishes")).Expect(0);

        Assert.Contains("there is a schedule 'dishes' already", (await factory.AlaiAsync("schedule", "add", "dishes", "--cron", "@daily", "Wash")).Expect(2).Error, StringComparison.Ordinal);
        Assert.Contains("cannot be read", (await factory.AlaiAsync("schedule", "add", "other", "--cron", "every day", "Wash")).Expect(2).Error, StringComparison.Ordinal);
        Assert.Contains("no time zone", (await factory.AlaiAsync("schedule", "add", "other", "--cron", "@daily", "--zone", "Nowhere", "Wash")).Expect(2).Error, StringComparison.Ordinal);
        Assert.Contains("nowhere", (await factory.AlaiAsync("schedule", "add", "other", "--cron", "@daily", "--product", "nowhere", "Wash")).Expect(2).Error, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'dishes'?", (await factory.AlaiAsync("schedule", "show", "dishs")).Expect(1).Error, StringComparison.Ordinal);
        Assert.Contains("--cron", (await factory.AlaiAsync("schedule", "add", "other", "Wash")).Expect(2).Error, StringComparison.Ordinal);
    }

    // As if nobody had been there since: everything up to the beginning of that hour was seen.
    private static void Rewind(TheFactory factory, TimeSpan by)
    {
        var hour = DateTimeOffset.UtcNow;
        hour = hour.AddTicks(-(hour.Ticks % TimeSpan.TicksPerHour)) - by;
        using var connection = new SqliteConnection($"Data Source={Path.Combine(factory.Home, "data", "mission-control.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE schedule SET seen_at=$1";
        command.Parameters.AddWithValue("$1", hour.ToUnixTimeMilliseconds());
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    private static async Task UntilFiredAsync(TheFactory factory)
    {
        using var patience = new CancellationTokenSource(TheFactory.Patience);
        while ((await factory.AlaiAsync("schedule", "show", "dishes", "--json")).Expect(0).Json.GetProperty("fires").GetArrayLength() == 0)
            Assert.False(patience.IsCancellationRequested, "the schedule did not fire");
    }
}
