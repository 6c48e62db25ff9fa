using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>
/// Reads issues as GitHub gives them: <c>gh issue list --state all --json number,title,body,labels,state,stateReason,url,assignees,comments</c>,
/// the REST API's <c>/repos/OWNER/NAME/issues</c> (pull requests left out), one list or several after another.
/// </summary>
internal static partial class GitHubIssues
{
    /// <summary>Every issue, what was left out, and what could not be read as the issue of a repository.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FormatException">It is something else; says where.</exception>
    public static (IReadOnlyList<ForeignIssue> Issues, IReadOnlyList<string> LeftOut, IReadOnlyList<string> Refused) Read(string path)
    {
        var (issues, refused, pulls) = (new List<ForeignIssue>(), new List<string>(), 0);
        try
        {
            foreach (var item in Documents(File.ReadAllBytes(path)).SelectMany(Flat))
            {
                var (issue, refusal) = Read(item);
                if (issue is not null)
                    issues.Add(issue);
                else if (refusal is not null)
                    refused.Add(refusal);
                else
                    pulls++;
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw new FormatException($"it is no list of GitHub issues: {broken.Message}", broken);
        }

        return (issues, pulls == 0 ? [] : [$"pull requests, which are no issues: {pulls}"], refused);
    }

    private static List<JsonElement> Documents(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes, new JsonReaderOptions { AllowMultipleValues = true });
        var found = new List<JsonElement>();
        while (reader.Read())
            found.Add(JsonElement.ParseValue(ref reader));
        return found;
    }

    private static IEnumerable<JsonElement> Flat(JsonElement document) => document.ValueKind == JsonValueKind.Array ? document.EnumerateArray() : [document];

    private static (ForeignIssue? Issue, string? Refusal) Read(JsonElement issue)
    {
        if (issue.ValueKind != JsonValueKind.Object || !issue.TryGetProperty("number", out var counted) || !counted.TryGetInt64(out var number))
            throw new FormatException($"an issue has no number: {Short(issue.GetRawText())}");
        var address = JsonWords.Text(issue, "html_url") is { Length: > 0 } html ? html : JsonWords.Text(issue, "url");
        if (issue.TryGetProperty("pull_request", out _) || address.Contains("/pull/", StringComparison.Ordinal))
            return (null, null);

        // Numbers begin at 1 in every repository: without its address an issue would count as another repository's.
        if (Repository(issue, address) is not { } repository)
            return (null, $"#{number.ToString(CultureInfo.InvariantCulture)}: expected an issue with its address; found none. Export with: gh issue list --state all --json number,title,body,labels,state,stateReason,url,assignees,comments");
        var body = JsonWords.Text(issue, "body");
        var labels = JsonWords.Texts(issue, "labels").ToList();
        var hands = JsonWords.Items(issue, "assignees").Select(one => JsonWords.Text(one, "login")).Where(name => name.Length > 0).ToList();
        var closed = JsonWords.Text(issue, "state").Equals("closed", StringComparison.OrdinalIgnoreCase);
        var dropped = closed && IsNotPlanned(issue);
        return (new ForeignIssue
        {
            Key = $"github:{repository}#{number.ToString(CultureInfo.InvariantCulture)}",
            Name = $"{repository}#{number}",
            Title = JsonWords.Text(issue, "title"),
            Body = Body(issue, body, address.Length > 0 ? address : $"{repository}#{number}"),
            Labels = labels,
            Priority = labels.Select(PriorityOf).FirstOrDefault(found => found is not null) ?? Priority.Medium,
            Needs = [.. Needs().Matches(body).SelectMany(match => match.Groups["need"].Captures).Select(capture => $"github:{repository}#{capture.Value}").Distinct()],
            Waits = hands.Count > 0 ? $"#{number} is assigned on GitHub to {string.Join(", ", hands)}" : null,
            Closed = dropped ? "closed on GitHub as not planned" : closed ? "closed on GitHub" : null,
            GivenUp = dropped,
        }, null);
    }

    private static string? Repository(JsonElement issue, string address)
    {
        if (Place().Match(address) is { Success: true } place)
            return place.Groups["place"].Value;
        return Home().Match(JsonWords.Text(issue, "repository_url")) is { Success: true } home ? home.Groups["place"].Value : null;
    }

    // gh says NOT_PLANNED, the REST API not_planned.
    private static bool IsNotPlanned(JsonElement issue) => (JsonWords.Text(issue, "stateReason") is { Length: > 0 } reason ? reason : JsonWords.Text(issue, "state_reason"))
        .Equals("not_planned", StringComparison.OrdinalIgnoreCase);

    private static string Body(JsonElement issue, string body, string address)
    {
        var comments = JsonWords.Items(issue, "comments").Select(one =>
            $"> {(one.TryGetProperty("author", out var author) ? JsonWords.Text(author, "login") : "")}: {JsonWords.Text(one, "body").ReplaceLineEndings("\n> ")}");
        return string.Join("\n\n", new[] { body }.Concat(comments).Append("Imported from GitHub: " + address).Where(part => part.Length > 0));
    }

    private static Priority? PriorityOf(string label) => PriorityWord().Match(label.ToLowerInvariant()) is not { Success: true } match
        ? null
        : match.Groups["word"].Value switch
        {
            "p0" or "blocker" or "critical" or "urgent" => Priority.Blocker,
            "p1" or "high" => Priority.High,
            "p2" or "medium" or "normal" => Priority.Medium,
            _ => Priority.Low,
        };

    private static string Short(string text) => text.Length > 80 ? text[..80] + "..." : text;

    [GeneratedRegex(@"^(?:https?://[^/]+/)(?:repos/)?(?<place>[^/]+/[^/]+)/issues/\d+")]
    private static partial Regex Place();

    [GeneratedRegex(@"^(?:https?://[^/]+/)(?:api/v3/)?(?:repos/)?(?<place>[^/]+/[^/]+)/?$")]
    private static partial Regex Home();

    [GeneratedRegex(@"(?:depends\s+on|blocked\s+by)[:\s]+(?:#(?<need>\d+)(?:\s*(?:,|and|&)\s*)?)+", RegexOptions.IgnoreCase)]
    private static partial Regex Needs();

    [GeneratedRegex(@"^(?:prio(?:rity)?\s*[:/\-]?\s*)?(?<word>p[0-4]|blocker|critical|urgent|high|medium|normal|low)$")]
    private static partial Regex PriorityWord();
}
