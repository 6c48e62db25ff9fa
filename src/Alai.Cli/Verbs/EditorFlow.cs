using System.Diagnostics;
using Alai.Cli.Filing;
using Alai.Cli.Pages;
using Alai.Client;
using Alai.Client.Requests;
using Alai.Client.Views;

namespace Alai.Cli.Verbs;

/// <summary>Edits a task in the person's own editor. What somebody else changed meanwhile is told, never overwritten; the text is kept.</summary>
internal static class EditorFlow
{
    private static readonly string[] Names = ["VISUAL", "EDITOR"];

    // Without a terminal these wait for keys for ever; a script or a window of its own does not.
    private static readonly string[] OfTerminals = ["vi", "vim", "nvim", "view", "nano", "pico", "joe", "micro", "emacs", "mg", "hx", "helix", "kak", "ed"];

    public static async Task<int> RunAsync(CliContext context, long id, CancellationToken cancellationToken)
    {
        var editor = Editor(context);
        if (!(context.World.IsTerminal && context.World.HasKeyboard) && OfTerminals.Contains(Path.GetFileName(editor.Split(' ')[0]), StringComparer.Ordinal))
        {
            return context.Fail(
                new Problem($"The editor '{editor}' needs a terminal, and there is none.", "a terminal for input and output", Hint: $"Give the new values as options: alai task edit {id} --title TEXT --body TEXT"),
                ExitCode.WrongUsage);
        }

        return await context.WithFactoryAsync(
            async client =>
            {
                var shown = await client.Tasks.ShowAsync(id, cancellationToken);
                return shown.Value is { } page ? await EditAsync(context, client, page.Task, cancellationToken) : context.Fail(shown);
            },
            cancellationToken);
    }

    private static string Editor(CliContext context) => Names.Select(context.World.Environment).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value))?.Trim() ?? "vi";

    private static async Task<int> EditAsync(CliContext context, FactoryClient client, TaskView task, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), $"alai-{task.Id}-{Guid.NewGuid():N}.md");
        await File.WriteAllTextAsync(path, EditorText.Of(task), cancellationToken);
        if (await OpenAsync(context, path, cancellationToken) is { } trouble)
            return context.Fail(trouble, ExitCode.Error);
        var lines = (await File.ReadAllTextAsync(path, cancellationToken)).Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        var (tasks, problem) = FrontMatter.Read(lines, path, new FileTask { Priority = task.Priority });
        if (problem is not null)
            return context.Fail(problem with { Hint = $"Your text is kept in {path}. {problem.Hint}".Trim() }, ExitCode.WrongUsage);
        if (EditorText.Changed(task, tasks[0]) is not { } fields)
        {
            File.Delete(path);
            context.Paper.Text("Nothing was changed.");
            return ExitCode.Done;
        }

        var reply = await client.Tasks.EditAsync(task.Id, fields, cancellationToken);
        if (reply.Value is not { } change)
            return context.Fail(reply.Problem! with { Hint = $"Your text is kept in {path}. See what is there now: alai task show {task.Id}" }, ExitCode.Of(reply.Status));
        File.Delete(path);
        SaidPage.Write(context.Paper, change);
        return change.Task.State == "held" ? ExitCode.NeedsPerson : ExitCode.Done;
    }

    private static async Task<Problem?> OpenAsync(CliContext context, string path, CancellationToken cancellationToken)
    {
        var editor = Editor(context);

        // As git does it: the editor may be a command line of its own.
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false };
        foreach (var word in new[] { "-c", editor + " \"$1\"", "sh", path })
            start.ArgumentList.Add(word);
        using var process = Process.Start(start) ?? throw new IOException("the editor did not start: " + editor);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? null : new Problem($"The editor '{editor}' ended with {process.ExitCode}; nothing was changed.", Hint: $"Your text is kept in {path}. Set VISUAL or EDITOR to another editor.");
    }
}
