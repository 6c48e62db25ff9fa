using System.CommandLine;
using System.Globalization;

namespace Alai.Cli.Verbs;

/// <summary>A moment as people say it: <c>12h</c>, <c>3d</c>, <c>45min</c>, <c>today</c>, <c>yesterday</c> or a date.</summary>
internal static class Since
{
    private const string Form = "12h, 3d, 45min, today, yesterday, or a date such as 2026-11-23";

    public static Option<string?> Option(CliWorld world, string description)
    {
        var option = Given.Word("--since", "WHEN", $"{description} {Form}.");
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => Read(token.Value, world.Time) is null))
                result.AddError($"'{token.Value}' is no moment; expected {Form}.");
        });
        return option;
    }

    /// <summary>The moment, or null when it is none.</summary>
    public static DateTimeOffset? Read(string text, TimeProvider time)
    {
        var now = time.GetLocalNow();
        var midnight = new DateTimeOffset(now.Date, now.Offset);
        if (text == "today")
            return midnight;
        if (text == "yesterday")
            return midnight.AddDays(-1);
        foreach (var (unit, length) in new[] { ("min", TimeSpan.FromMinutes(1)), ("h", TimeSpan.FromHours(1)), ("d", TimeSpan.FromDays(1)) })
        {
            if (text.EndsWith(unit, StringComparison.Ordinal) && int.TryParse(text[..^unit.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and < 10_000)
                return now - (length * count);
        }

        return text.Length >= 8 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var day) ? day : null;
    }
}
