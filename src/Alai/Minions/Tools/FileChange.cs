using Alai.Minions.Edits;

namespace Alai.Minions.Tools;

/// <summary>Writes a changed text after the checks every writing tool shares, and shows the model what it did.</summary>
internal static class FileChange
{
    private const int Around = 5;
    private const int ShortFile = 20;

    private static readonly string[] ShrinkWords = ["delete", "remove", "shorten", "replace", "rewrite", "simplif", "drop", "clean", "empty", "reduce"];

    /// <summary>Why a new text may not stand, or empty.</summary>
    public static string Problem(string before, string after, ToolRoom room)
    {
        if (Elisions.Find(after, before) is { } elision)
            return $"the line \"{elision}\" leaves code out; write every line in full, or change a passage with edit_file";
        var (old, now) = (TextLine.Split(before).Count, TextLine.Split(after).Count);
        var task = room.Order.Cleared.Task;
        return old >= ShortFile && now * 2 < old && !ShrinkWords.Any(word => $"{task.Title} {task.Body}".Contains(word, StringComparison.OrdinalIgnoreCase))
            ? $"this would shrink the file from {old} lines to {now}, and the task does not ask for that; write the whole file, or use edit_file"
            : "";
    }

    public static ToolResult Save(GuardedPath path, WorkText file, string said, int line)
    {
        try
        {
            file.Save(path.Full);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return ToolResult.Fail($"{path.Relative} could not be written: {refused.Message}");
        }

        var lines = TextLine.Split(file.Text);
        var first = Math.Max(1, line - Around);
        var region = lines.Skip(first - 1).Take(2 * Around).Select(shown => shown.Text);
        var warning = SyntaxGlance.Problem(path.Relative, file.Text) is { Length: > 0 } broken ? $"\nwarning: {broken}" : "";
        return new ToolResult($"{said}{warning}\nnow from line {first}:\n{string.Join('\n', region)}") { Changed = true, Path = path.Relative };
    }
}
