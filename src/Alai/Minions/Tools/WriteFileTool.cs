using Alai.Minions.Edits;

namespace Alai.Minions.Tools;

/// <summary>Writes a whole file.</summary>
internal sealed class WriteFileTool : ITool
{
    public string Name => "write_file";

    public string Description => "Write a whole file; creates folders. Give every line.";

    public IReadOnlyList<ToolParameter> Parameters { get; } = [new("path", "relative path"), new("content", "the whole file")];

    public Task<ToolResult> RunAsync(ToolArguments arguments, ToolRoom room, CancellationToken cancellationToken) =>
        Task.FromResult(Write(arguments.Text("path"), arguments.Text("content"), room));

    private static ToolResult Write(string path, string content, ToolRoom room)
    {
        var guarded = room.Guard.Write(path);
        if (guarded.Problem.Length > 0)
            return ToolResult.Fail(guarded.Problem);
        if (Directory.Exists(guarded.Full))
            return ToolResult.Fail($"{guarded.Relative} is a folder");
        if (!File.Exists(guarded.Full))
        {
            return FileChange.Problem("", content, room) is { Length: > 0 } problem
                ? ToolResult.Fail(problem)
                : FileChange.Save(guarded, new WorkText(content, false), $"created {guarded.Relative}, {TextLine.Split(content).Count} lines", 1);
        }

        if (WorkText.Load(guarded.Full) is not { } file)
            return ToolResult.Fail($"{guarded.Relative} is not a text file in UTF-8; it is left alone");
        var text = TextLine.WithEnding(content, TextLine.DominantEnding(file.Text));
        if (text == file.Text)
            return ToolResult.Fail($"{guarded.Relative} already has exactly this content; nothing changed");
        return FileChange.Problem(file.Text, text, room) is { Length: > 0 } wrong
            ? ToolResult.Fail(wrong)
            : FileChange.Save(guarded, file with { Text = text }, $"wrote {guarded.Relative}, {TextLine.Split(text).Count} lines", 1);
    }
}
