using System.Globalization;
using Alai.Settings;

namespace Alai.Tests.Settings;

public sealed class WorkingHoursTests
{
    private static readonly TimeZoneInfo Oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");

    [Theory]
    [InlineData("2026-03-02T17:59:00+01:00", false)] // Monday before it opens
    [InlineData("2026-03-02T18:00:00+01:00", true)]
    [InlineData("2026-03-03T07:59:00+01:00", true)]
    [InlineData("2026-03-03T08:00:00+01:00", false)]
    [InlineData("2026-03-07T07:00:00+01:00", true)] // Saturday morning still belongs to Friday
    [InlineData("2026-03-07T19:00:00+01:00", false)]
    [InlineData("2026-03-02T07:00:00+01:00", false)] // Monday morning would belong to Sunday
    [InlineData("2026-03-02T17:30:00Z", true)] // an instant in another offset
    public void A_span_over_midnight_belongs_to_the_day_it_began(string now, bool open) =>
        Assert.Equal(open, Hours("mon-fri 18:00-08:00").IsOpen(At(now), Oslo));

    [Fact]
    public void The_next_opening_over_a_weekend_is_Monday_evening() => Assert.Equal(
        At("2026-03-09T18:00:00+01:00"), Hours("mon-fri 18:00-08:00").NextOpening(At("2026-03-07T12:00:00+01:00"), Oslo));

    [Fact]
    public void An_opening_in_the_skipped_hour_happens_when_the_clock_jumps() => Assert.Equal(
        At("2026-03-29T03:00:00+02:00"), Hours("02:30-05:00").NextOpening(At("2026-03-29T01:00:00+01:00"), Oslo));

    [Fact]
    public void An_opening_in_the_repeated_hour_happens_at_its_first_pass() => Assert.Equal(
        At("2026-10-25T02:30:00+02:00"), Hours("02:30-05:00").NextOpening(At("2026-10-25T00:00:00+02:00"), Oslo));

    [Fact]
    public void A_night_with_an_extra_hour_is_open_all_through() => Assert.All(
        Enumerable.Range(0, 9 * 60), minute => Assert.True(Hours("22:00-06:00").IsOpen(At("2026-10-24T22:00:00+02:00").AddMinutes(minute), Oslo)));

    [Fact]
    public void After_the_extra_hour_it_closes_at_six_by_the_clock() =>
        Assert.False(Hours("22:00-06:00").IsOpen(At("2026-10-25T06:00:00+01:00"), Oslo));

    [Theory]
    [InlineData("sat-mon 10:00-11:00", "2026-03-01T10:30:00+01:00", true)] // Sunday, a range over the week's end
    [InlineData("sat-mon 10:00-11:00", "2026-03-03T10:30:00+01:00", false)]
    [InlineData("sun 00:00-24:00, wed 9:00-10:00", "2026-03-01T23:59:00+01:00", true)]
    [InlineData("sun 00:00-24:00, wed 9:00-10:00", "2026-03-04T09:30:00+01:00", true)]
    [InlineData("always", "2026-03-04T09:30:00+01:00", true)]
    public void Ranges_and_lists_are_understood(string hours, string now, bool open) =>
        Assert.Equal(open, Hours(hours).IsOpen(At(now), Oslo));

    [Theory]
    [InlineData("")]
    [InlineData("mon-fri")]
    [InlineData("mon-fri 25:00-08:00")]
    [InlineData("24:00-08:00")]
    [InlineData("08:00-08:00")]
    [InlineData("funday 08:00-09:00")]
    [InlineData("mon-tue-wed 08:00-09:00")]
    [InlineData("always, mon 08:00-09:00")]
    public void What_is_not_understood_is_refused_in_words(string hours)
    {
        Assert.Null(WorkingHours.Parse(hours, out var problem));
        Assert.StartsWith("expected 'always' or spans", problem, StringComparison.Ordinal);
    }

    private static WorkingHours Hours(string text) => WorkingHours.Parse(text, out _)!;

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
