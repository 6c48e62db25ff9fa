namespace Alai.Minions.Tools;

/// <summary>Lists a folder.</summary>
internal sealed class ListTool : ITool
{
    private const int Most = 200;

    public string Name => "list";

    public string Description => "List a folder.";

    public IReadOnlyList<ToolParameter> Parameters { get; } = [new("path", "relative folder", Required: false)];

    public Task<ToolResult> RunAsync(ToolArguments arguments, ToolRoom room, CancellationToken cancellationToken) =>
        Task.FromResult(List(arguments.Text("path") is { Length: > 0 } path ? path : ".", room));

    private static ToolResult List(string path, ToolRoom room)
    {
        var guarded = room.Guard.Read(path);
        if (guarded.Problem.Length > 0)
            return ToolResult.Fail(guarded.Problem);
        if (!Directory.Exists(guarded.Full))
            return ToolResult.Fail($"{guarded.Relative} is no folder");
        var entries = new DirectoryInfo(guarded.Full).EnumerateFileSystemInfos()
            .Where(entry => entry.Name != ".git")
            .OrderBy(entry => entry is FileInfo).ThenBy(entry => entry.Name, StringComparer.Ordinal)
            .Select(entry => entry is DirectoryInfo ? entry.Name + "/" : entry.Name)
            .Take(Most + 1).ToList();
        if (entries.Count == 0)
            return new ToolResult($"{guarded.Relative} is empty");
        return new ToolResult(room.Shorten(string.Join('\n', entries.Take(Most)) + (entries.Count > Most ? "\n[more]" : "")));
    }
}
