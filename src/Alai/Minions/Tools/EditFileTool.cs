using Alai.Minions.Edits;

namespace Alai.Minions.Tools;

/// <summary>Replaces one passage of a file.</summary>
internal sealed class EditFileTool : ITool
{
    public string Name => "edit_file";

    public string Description => "Replace one passage of a file. old must be copied exactly and stand once.";

    public IReadOnlyList<ToolParameter> Parameters { get; } =
        [new("path", "relative path"), new("old", "the passage as it is"), new("new", "the passage as it shall be")];

    public Task<ToolResult> RunAsync(ToolArguments arguments, ToolRoom room, CancellationToken cancellationToken) =>
        Task.FromResult(Edit(arguments, room));

    private static ToolResult Edit(ToolArguments arguments, ToolRoom room)
    {
        var guarded = room.Guard.Write(arguments.Text("path"));
        if (guarded.Problem.Length > 0)
            return ToolResult.Fail(guarded.Problem);
        if (!File.Exists(guarded.Full))
            return ToolResult.Fail($"{guarded.Relative} does not exist; to make it use write_file");
        if (WorkText.Load(guarded.Full) is not { } file)
            return ToolResult.Fail($"{guarded.Relative} is not a text file in UTF-8; it is left alone");
        var edit = EditEngine.Apply(file.Text, arguments.Text("old"), arguments.Text("new"));
        if (edit.Text is null)
            return ToolResult.Fail($"{guarded.Relative}: {edit.Problem}") with { Path = guarded.Relative };
        if (Elisions.Find(arguments.Text("new"), file.Text) is { } elision)
            return ToolResult.Fail($"the line \"{elision}\" leaves code out; write every line of new in full");
        var how = edit.How == "exact" ? "" : $" (old was found by ignoring {edit.How}, not exactly)";
        return FileChange.Save(guarded, file with { Text = edit.Text }, $"edited {guarded.Relative} at line {edit.Line}{how}", edit.Line);
    }
}
