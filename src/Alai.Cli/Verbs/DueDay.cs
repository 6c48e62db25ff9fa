using System.CommandLine;
using System.Globalization;

namespace Alai.Cli.Verbs;

/// <summary>A day something is wanted by, as people say it; a day alone means its last minute where the person is.</summary>
internal static class DueDay
{
    /// <summary>What a file's day looks like, for problems.</summary>
    public const string Expected = "a day before the year 9999, such as 2026-12-31, today, 3d or 2w";

    private const string Form = "today, tomorrow, 3d, 2w, a date such as 2026-12-24, or one with a time such as \"2026-12-24 15:00\"";

    public static Option<string?> Option(string description, string more = "")
    {
        var option = Given.Word("--due", "DAY", $"{description} {Form}{more}.");
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => Read(token.Value, TimeProvider.System) is null && !(more.Length > 0 && token.Value == "none")))
                result.AddError(IsTooFar(token.Value) ? $"'{token.Value}' is too far away; expected a day before the year 9999." : $"'{token.Value}' is no day; expected {Form}{more}.");
        });
        return option;
    }

    /// <summary>The moment, or null when it is none.</summary>
    public static DateTimeOffset? Read(string text, TimeProvider time)
    {
        var today = time.GetLocalNow().Date;
        if (text == "today")
            return EndOf(today, time);
        if (text == "tomorrow")
            return EndOf(today.AddDays(1), time);
        foreach (var (unit, days) in new[] { ("d", 1), ("w", 7) })
        {
            if (text.EndsWith(unit, StringComparison.Ordinal) && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and < 1000)
                return EndOf(today.AddDays(count * days), time);
        }

        if (DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return IsTooFar(text) ? null : EndOf(day, time);
        return !IsTooFar(text) && text.Length > 10 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var moment) && moment.Year < 9999 ? moment : null;
    }

    // The calendar ends with that year: its last moments have no next day and none in other time zones.
    private static bool IsTooFar(string text) => text.StartsWith("9999-", StringComparison.Ordinal);

    private static DateTimeOffset EndOf(DateTime day, TimeProvider time)
    {
        var last = DateTime.SpecifyKind(day.Date.AddDays(1).AddMinutes(-1), DateTimeKind.Unspecified);
        return new DateTimeOffset(last, time.LocalTimeZone.GetUtcOffset(last)).ToUniversalTime();
    }
}
