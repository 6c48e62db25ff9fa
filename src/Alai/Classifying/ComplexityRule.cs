using Alai.Tasks;

namespace Alai.Classifying;

/// <summary>How hard: a base by sort of work, then the signs of size. 5 is a person's and needs a clear sign.</summary>
internal static class ComplexityRule
{
    private static readonly string[] Trivial =
        ["typo*", "rename", "bump", "wording", "comment", "one line", "spelling", "text change", "label", "trivial", "skrivefeil", "tippfehler"];

    private static readonly string[] Large =
    [
        "architecture", "rewrite", "migrate", "migration", "across all", "entire", "whole codebase", "distributed", "concurrency",
        "concurrent", "race condition", "real time", "multi tenant", "performance", "end to end", "deadlock", "protocol", "algorithm",
        "payment*", "encryption", "oauth", "sso", "from scratch", "several services", "backwards compatible", "prepiši", "omskriv*",
    ];

    private static readonly string[] Personal =
        ["negotiate", "interview", "hire", "strategy", "budget approval", "legal advice", "call the customer", "meet with", "nazovi", "forhandle*"];

    public static (int Complexity, string Why) Judge(TaskWords text, TaskKind kind)
    {
        if (kind == TaskKind.Errand || Found(text.Title, Personal) is not null)
            return (5, Found(text.Title + text.Body, Personal) is { } sign ? $"'{Shown(sign)}' is a person's" : "an errand is a person's");

        var level = kind switch
        {
            TaskKind.Docs or TaskKind.Question => 1,
            TaskKind.Scaffold or TaskKind.SecurityFix => 3,
            _ => 2,
        };
        var why = new List<string> { SnakeWord<TaskKind>.Of(kind) };
        if (Found(text.Title, Trivial) is { } small && kind != TaskKind.SecurityFix)
        {
            level = 1;
            why.Add($"'{Shown(small)}'");
        }

        var large = Large.Where(word => TaskWords.Holds(text.Title, word) || TaskWords.Holds(text.Body, word)).ToList();
        if (large.Count > 0)
        {
            level += large.Count > 2 ? 2 : 1;
            why.Add($"'{Shown(large[0])}'");
        }

        var points = Points(text.RawBody);
        if (points > 5)
        {
            level++;
            why.Add($"{points} points");
        }

        if (text.Body.Length > 3000)
        {
            level++;
            why.Add("a long text");
        }

        return (Math.Clamp(level, 1, 4), string.Join(", ", why));
    }

    private static string? Found(string words, string[] signs) => signs.FirstOrDefault(sign => TaskWords.Holds(words, sign));

    private static string Shown(string sign) => sign.TrimEnd('*');

    /// <summary>List items of a Markdown text.</summary>
    private static int Points(string body) => body.Length > 100_000 ? 100 : body.Split('\n').Count(line => line.TrimStart() is ['-' or '*', ' ', ..] or [>= '0' and <= '9', '.' or ')', ' ', ..]);
}
