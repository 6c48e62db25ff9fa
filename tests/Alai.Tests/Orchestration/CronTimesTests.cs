using Alai.Orchestration;

namespace Alai.Tests.Orchestration;

/// <summary>The moments a schedule names, over both ends of summer time.</summary>
public sealed class CronTimesTests
{
    private static readonly DateTimeOffset Spring = new(2026, 3, 28, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Autumn = new(2026, 10, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_hour_that_does_not_exist_fires_once_at_the_first_moment_after_it()
    {
        // In Oslo 2026-03-29 goes from 01:59 to 03:00.
        var moments = Read("30 2 * * *", "Europe/Oslo").Next(Spring, 3);

        Assert.Equal([new(2026, 3, 29, 1, 0, 0, TimeSpan.Zero), new(2026, 3, 30, 0, 30, 0, TimeSpan.Zero), new(2026, 3, 31, 0, 30, 0, TimeSpan.Zero)], moments);
    }

    [Fact]
    public void An_hour_that_comes_twice_fires_once_at_its_first()
    {
        // In Oslo 2026-10-25 has 02:00 to 02:59 twice.
        var moments = Read("30 2 * * *", "Europe/Oslo").Next(Autumn, 2);

        Assert.Equal([new(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), new(2026, 10, 26, 1, 30, 0, TimeSpan.Zero)], moments);
    }

    [Fact]
    public void Every_hour_goes_on_through_both()
    {
        var moments = Read("0 * * * *", "Europe/Oslo").Next(new(2026, 10, 24, 22, 30, 0, TimeSpan.Zero), 5);

        Assert.Equal(Enumerable.Range(0, 5).Select(hour => new DateTimeOffset(2026, 10, 24, 23, 0, 0, TimeSpan.Zero).AddHours(hour)), moments);
    }

    [Theory]
    [InlineData("@daily", "2026-03-29T00:00:00Z")]
    [InlineData("@hourly", "2026-03-28T13:00:00Z")]
    [InlineData("@weekly", "2026-03-29T00:00:00Z")]
    [InlineData("0 9 1 * *", "2026-04-01T09:00:00Z")]
    [InlineData("*/15 * * * mon-fri", "2026-03-30T00:00:00Z")]
    [InlineData("0 0 29 2 *", "2028-02-29T00:00:00Z")]
    public void Fields_and_words_are_read(string cron, string first) =>
        Assert.Equal(DateTimeOffset.Parse(first, System.Globalization.CultureInfo.InvariantCulture), Read(cron, "UTC").After(Spring));

    [Theory]
    [InlineData("", "UTC", "cannot be read")]
    [InlineData("* * *", "UTC", "cannot be read")]
    [InlineData("60 * * * *", "UTC", "cannot be read")]
    [InlineData("@often", "UTC", "cannot be read")]
    [InlineData("0 0 30 2 *", "UTC", "names no moment")]
    [InlineData("@daily", "Mars/Olympus", "no time zone 'Mars/Olympus'")]
    public void What_makes_no_sense_is_told(string cron, string zone, string expected) =>
        Assert.Contains(expected, CronTimes.Read(cron, zone).Problem, StringComparison.Ordinal);

    [Fact]
    public void A_year_of_missed_minutes_is_counted_and_only_the_newest_are_kept()
    {
        var (newest, all) = Read("* * * * *", "UTC").Between(Spring.AddDays(-366), Spring, 3);

        Assert.Equal(366L * 24 * 60, all);
        Assert.Equal([Spring.AddMinutes(-2), Spring.AddMinutes(-1), Spring], newest);
    }

    private static CronTimes Read(string cron, string zone)
    {
        var (times, problem) = CronTimes.Read(cron, zone);
        Assert.True(times is not null, problem);
        return times;
    }
}
