using System.Text;

namespace Alai.Wiki;

/// <summary>The head of a page file: what the factory needs to know it again.</summary>
internal sealed record FrontMatter(string Key, string Hash, string Book, string Chapter, string Title, string Body)
{
    private const string Fence = "---";

    /// <summary>The file's whole text.</summary>
    public override string ToString() => new StringBuilder()
        .Append(Fence).Append('\n')
        .Append("key: ").Append(Quoted(Key)).Append('\n')
        .Append("hash: ").Append(Quoted(Hash)).Append('\n')
        .Append("book: ").Append(Quoted(Book)).Append('\n')
        .Append("chapter: ").Append(Quoted(Chapter)).Append('\n')
        .Append("title: ").Append(Quoted(Title)).Append('\n')
        .Append(Fence).Append("\n\n")
        .Append(Body).Append('\n')
        .ToString();

    /// <summary>Reads a file; one whose head a person removed is all body, without a hash.</summary>
    public static FrontMatter Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = lines[0] == Fence ? Array.IndexOf(lines, Fence, 1) : -1;
        if (end < 0)
            return new FrontMatter("", "", "", "", "", PageText.Normal(text));
        var head = lines[1..end]
            .Select(line => line.Split(": ", 2))
            .Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0], StringComparer.Ordinal)
            .ToDictionary(pairs => pairs.Key, pairs => Plain(pairs.First()[1]), StringComparer.Ordinal);
        string Of(string name) => head.GetValueOrDefault(name, "");
        return new FrontMatter(Of("key"), Of("hash"), Of("book"), Of("chapter"), Of("title"), PageText.Normal(string.Join('\n', lines[(end + 1)..])));
    }

    private static string Quoted(string value) =>
        "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private static string Plain(string value)
    {
        var trimmed = value.Trim();
        return trimmed.Length >= 2 && trimmed[0] == '"' && trimmed[^1] == '"'
            ? trimmed[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal)
            : trimmed;
    }
}
