using System.Globalization;

namespace Alai.Settings;

/// <summary>
/// When work may start by itself: <c>always</c>, or spans such as <c>mon-fri 18:00-08:00, sat-sun 00:00-24:00</c>. A span
/// that ends before it begins runs into the next day and belongs to the day it began. Times are wall-clock: on the day the
/// clock is put back a span lasts an hour longer, and a time that is skipped means the moment the clock jumps.
/// </summary>
public sealed class WorkingHours
{
    private const int MinutesOfDay = 24 * 60;
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
    private readonly IReadOnlyList<HoursSpan> _spans;

    private WorkingHours(string text, IReadOnlyList<HoursSpan> spans)
    {
        Text = text;
        _spans = spans;
    }

    /// <summary>No limit.</summary>
    public static WorkingHours Always { get; } = new("always", []);

    /// <summary>As a person wrote it.</summary>
    public string Text { get; }

    /// <summary>Reads hours.</summary>
    /// <param name="text">As a person wrote it.</param>
    /// <param name="problem">What is wrong, in words, when null is returned; else empty.</param>
    public static WorkingHours? Parse(string text, out string problem)
    {
        problem = "";
        text = text.Trim();
        if (text == "always")
            return Always;
        var spans = new List<HoursSpan>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (ParseSpan(part) is not { } span)
            {
                problem = $"expected 'always' or spans such as 'mon-fri 18:00-08:00, sat-sun 00:00-24:00'; found '{part}'";
                return null;
            }

            spans.Add(span);
        }

        return new WorkingHours(text, spans);
    }

    /// <summary>Whether work may start at an instant.</summary>
    /// <param name="now">The instant.</param>
    /// <param name="zone">The factory's time zone.</param>
    public bool IsOpen(DateTimeOffset now, TimeZoneInfo zone)
    {
        if (_spans.Count == 0)
            return true;
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var minute = (local.Hour * 60) + local.Minute;
        return _spans.Any(span => span.Covers(local.DayOfWeek, minute));
    }

    /// <summary>The next instant at which work may start; <paramref name="now"/> itself when it may already.</summary>
    /// <param name="now">The instant.</param>
    /// <param name="zone">The factory's time zone.</param>
    public DateTimeOffset NextOpening(DateTimeOffset now, TimeZoneInfo zone)
    {
        if (IsOpen(now, zone))
            return now;
        var today = TimeZoneInfo.ConvertTime(now, zone).Date;
        return Enumerable.Range(0, 9)
            .SelectMany(day => _spans
                .Where(span => span.BeginsOn(today.AddDays(day).DayOfWeek))
                .Select(span => Instant(today.AddDays(day).AddMinutes(span.From), zone)))
            .Where(opening => opening > now)
            .Min();
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static DateTimeOffset Instant(DateTime wallClock, TimeZoneInfo zone)
    {
        // A skipped time opens when the clock jumps over it: the first minute of the day that exists again.
        while (zone.IsInvalidTime(wallClock))
            wallClock = wallClock.AddMinutes(1);

        // A repeated time means its first pass: the greater offset from UTC.
        var offset = zone.IsAmbiguousTime(wallClock) ? zone.GetAmbiguousTimeOffsets(wallClock).Max() : zone.GetUtcOffset(wallClock);
        return new DateTimeOffset(wallClock, offset).ToUniversalTime();
    }

    private static HoursSpan? ParseSpan(string part)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var times = words.LastOrDefault()?.Split('-') ?? [];
        var days = words.Length switch { 1 => ["sun", "sat"], 2 => words[0].Split('-'), _ => [] };
        if (times.Length != 2 || days.Length is not (1 or 2))
            return null;
        var (from, to) = (Minute(times[0]), Minute(times[1]));
        var (first, last) = (Array.IndexOf(Days, days[0]), Array.IndexOf(Days, days[^1]));
        return from is null or MinutesOfDay || to is null || from == to || first < 0 || last < 0
            ? null
            : new HoursSpan((DayOfWeek)first, (DayOfWeek)last, from.Value, to.Value);
    }

    private static int? Minute(string text) =>
        text == "24:00" ? MinutesOfDay
        : TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? (time.Hour * 60) + time.Minute
            : null;

    private sealed record HoursSpan(DayOfWeek First, DayOfWeek Last, int From, int To)
    {
        public bool BeginsOn(DayOfWeek day) => First <= Last ? day >= First && day <= Last : day >= First || day <= Last;

        public bool Covers(DayOfWeek day, int minute) => From < To
            ? BeginsOn(day) && minute >= From && minute < To
            : (BeginsOn(day) && minute >= From) || (BeginsOn((DayOfWeek)(((int)day + 6) % 7)) && minute < To);
    }
}
