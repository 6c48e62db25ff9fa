using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Alai.Tasks;

namespace Alai.Host.Models;

/// <summary>A provider's refusal as the end of a run.</summary>
/// <param name="Outcome">One of the closed set.</param>
/// <param name="Reason">One line.</param>
/// <param name="QuotaUntil">When its quota ends, or null.</param>
internal sealed partial record UpstreamFailure(RunOutcome Outcome, string Reason, DateTimeOffset? QuotaUntil = null)
{
    private const int LongestWord = 300;
    private static readonly string[] Limits = ["unified", "requests", "tokens", "input-tokens", "output-tokens"];

    /// <summary>Reads status, headers and body.</summary>
    public static UpstreamFailure Of(HttpResponseMessage response, string body, DateTimeOffset now)
    {
        var (status, word) = ((int)response.StatusCode, Word(body));
        var reason = $"the provider answered {status}: {word}";
        if (status == 429)
            return new UpstreamFailure(RunOutcome.Quota, reason, Reset(response.Headers, now) ?? Regained(word));
        if (Regained(word) is { } regained)
            return new UpstreamFailure(RunOutcome.Quota, reason, regained);
        return status switch
        {
            401 or 403 => new UpstreamFailure(RunOutcome.Auth, reason + ". Mend the file that api_key_file names, then try again"),
            402 => Unpaid(reason),
            400 when word.Contains("credit balance", StringComparison.OrdinalIgnoreCase) => Unpaid(reason),
            400 when word.Contains("prompt is too long", StringComparison.OrdinalIgnoreCase) => new UpstreamFailure(RunOutcome.ContextOverflow, reason),
            413 => new UpstreamFailure(RunOutcome.ContextOverflow, reason),
            400 or 404 => new UpstreamFailure(RunOutcome.BadConfig, reason),
            _ => new UpstreamFailure(RunOutcome.ModelUnavailable, reason),
        };
    }

    private static UpstreamFailure Unpaid(string reason) =>
        new(RunOutcome.Auth, reason + ". The provider wants money on the account of this key: pay, then try again");

    private static string Word(string body)
    {
        try
        {
            var error = JsonElement.Parse(body).GetProperty("error");
            return $"{error.GetProperty("type").GetString()}: {error.GetProperty("message").GetString()}";
        }
        catch (Exception other) when (other is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            var line = body.ReplaceLineEndings(" ").Trim();
            return line.Length > LongestWord ? line[..LongestWord] : line;
        }
    }

    // What the provider asks to wait counts first; else the latest reset among the limits that are used up.
    private static DateTimeOffset? Reset(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (headers.RetryAfter is { } wait)
            return wait.Date ?? now + wait.Delta;
        var resets = Limits
            .Select(limit => (Left: One(headers, $"anthropic-ratelimit-{limit}-remaining"), Reset: Moment(One(headers, $"anthropic-ratelimit-{limit}-reset"))))
            .Where(limit => limit.Reset > now).ToList();
        var used = resets.Where(limit => limit.Left == "0").ToList();
        return (used.Count > 0 ? used : resets).Max(limit => limit.Reset);
    }

    private static string One(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.First() : "";

    private static DateTimeOffset? Moment(string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800)
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
    }

    private static DateTimeOffset? Regained(string word) => RegainWord().Match(word) is { Success: true } match
        ? Moment($"{match.Groups["day"].Value}T{match.Groups["time"].Value}:00Z")
        : null;

    [GeneratedRegex(@"regain access on (?<day>\d{4}-\d{2}-\d{2}) at (?<time>\d{2}:\d{2}) UTC", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RegainWord();
}
