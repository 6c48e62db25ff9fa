using Alai.Minions.Edits;
using Alai.Tasks;

namespace Alai.Minions.Tools;

/// <summary>Reads a text file, or part of it.</summary>
internal sealed class ReadFileTool : ITool
{
    private const int Limit = 6000;
    private const string Artefact = "artefact:";

    public string Name => "read_file";

    public string Description => "Read a text file.";

    public IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        new("path", "relative path"),
        new("from", "first line", Required: false, IsNumber: true),
        new("lines", "how many lines", Required: false, IsNumber: true),
    ];

    public Task<ToolResult> RunAsync(ToolArguments arguments, ToolRoom room, CancellationToken cancellationToken) =>
        Task.FromResult(Read(arguments, room));

    private static ToolResult Read(ToolArguments arguments, ToolRoom room)
    {
        var path = arguments.Text("path");
        if (path.StartsWith(Artefact, StringComparison.Ordinal))
            return room.Kept(path[Artefact.Length..]) is { } kept ? Part(kept, path, arguments) : ToolResult.Fail($"there is no {path}");
        var guarded = room.Guard.Read(path);
        if (guarded.Problem.Length > 0)
            return ToolResult.Fail(guarded.Problem);
        if (Directory.Exists(guarded.Full))
            return ToolResult.Fail($"{guarded.Relative} is a folder; use list");
        if (!File.Exists(guarded.Full))
            return ToolResult.Fail($"{guarded.Relative} does not exist");
        return WorkText.Load(guarded.Full) is { } file
            ? Part(file.Text, guarded.Relative, arguments)
            : ToolResult.Fail($"{guarded.Relative} is not a text file in UTF-8, or longer than {WorkText.Largest} bytes");
    }

    private static ToolResult Part(string text, string path, ToolArguments arguments)
    {
        var lines = TextLine.Split(text);
        if (lines.Count == 0)
            return new ToolResult($"{path} is empty") { Path = path };
        var from = Math.Max(1, arguments.Number("from") ?? 1);
        if (from > lines.Count)
            return ToolResult.Fail($"{path} has {lines.Count} lines; from {from} is past its end");
        var most = Math.Max(1, arguments.Number("lines") ?? int.MaxValue);
        var shown = new List<string>();
        var length = 0;
        foreach (var line in lines.Skip(from - 1).Take(most))
        {
            var cut = line.Text.Length > Limit ? line.Text[..Limit] + "[line cut]" : line.Text;
            if (shown.Count > 0 && length + cut.Length > Limit)
                break;
            shown.Add(cut);
            length += cut.Length + 1;
        }

        var last = from + shown.Count - 1;
        var more = last < lines.Count ? $"; go on with from {last + 1}" : "";
        return new ToolResult($"{path}, lines {from} to {last} of {lines.Count}{more}:\n{VisibleText.Clean(string.Join('\n', shown))}") { Path = path };
    }
}
