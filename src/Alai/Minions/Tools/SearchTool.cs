using System.Text.RegularExpressions;
using Alai.Minions.Edits;

namespace Alai.Minions.Tools;

/// <summary>Searches the files of the workspace.</summary>
internal sealed class SearchTool : ITool
{
    private const int MostHits = 40;
    private const int LongestLine = 160;
    private const int MostFiles = 20_000;

    public string Name => "search";

    public string Description => "Search text (regular expression) in files.";

    public IReadOnlyList<ToolParameter> Parameters { get; } = [new("pattern", "what to find"), new("path", "folder or file", Required: false)];

    public Task<ToolResult> RunAsync(ToolArguments arguments, ToolRoom room, CancellationToken cancellationToken)
    {
        var path = arguments.Text("path") is { Length: > 0 } given ? given : ".";
        var guarded = room.Guard.Read(path);
        if (guarded.Problem.Length > 0)
            return Task.FromResult(ToolResult.Fail(guarded.Problem));
        if (arguments.Text("pattern").Length == 0)
            return Task.FromResult(ToolResult.Fail("pattern is empty"));
        var files = File.Exists(guarded.Full) ? [guarded.Full] : Directory.Exists(guarded.Full) ? WorkFiles.Under(guarded.Full) : [];
        var hits = Hits(files.Take(MostFiles), Pattern(arguments.Text("pattern")), room, cancellationToken).Take(MostHits + 1).ToList();
        if (hits.Count == 0)
            return Task.FromResult(new ToolResult("nothing found"));
        var more = hits.Count > MostHits ? $"\n[more than {MostHits} hits; search more narrowly]" : "";
        return Task.FromResult(new ToolResult(room.Shorten(string.Join('\n', hits.Take(MostHits)) + more)));
    }

    private static IEnumerable<string> Hits(IEnumerable<string> files, Regex pattern, ToolRoom room, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (WorkText.Load(file) is not { } text || !pattern.IsMatch(text.Text))
                continue;
            var name = Path.GetRelativePath(room.Guard.Root, file).Replace('\\', '/');
            foreach (var (line, index) in TextLine.Split(text.Text).Select((line, index) => (line.Text, index)))
            {
                if (pattern.IsMatch(line))
                    yield return $"{name}:{index + 1}: {(line.Length > LongestLine ? line[..LongestLine] + "..." : line).Trim()}";
            }
        }
    }

    // Linear-time matching only: the pattern comes from a model. What is no such expression is searched as it stands.
    private static Regex Pattern(string pattern)
    {
        const RegexOptions options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline;
        try
        {
            return new Regex(pattern, options);
        }
        catch (Exception odd) when (odd is ArgumentException or NotSupportedException)
        {
            return new Regex(Regex.Escape(pattern), options);
        }
    }
}
