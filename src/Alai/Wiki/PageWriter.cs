using System.Globalization;
using System.Text;
using Alai.Tasks;

namespace Alai.Wiki;

/// <summary>Turns a finished task and what was seen of it into a page. Pure: same input, same page.</summary>
public static class PageWriter
{
    private const int MostFiles = 50;

    /// <summary>Writes the page.</summary>
    /// <param name="task">The root.</param>
    /// <param name="report">What was seen.</param>
    /// <param name="book">The product's book; its name when empty.</param>
    public static WikiPage Write(FactoryTask task, TaskReport report, string book = "")
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Task {task.Id}, filed by {Plain(task.Filer)} on {task.CreatedAt:yyyy-MM-dd}");
        text.Append(task.FinishedAt is { } end ? string.Create(CultureInfo.InvariantCulture, $", done on {end:yyyy-MM-dd}.") : ".").Append("\n\n");
        if (task.Outcome is { Length: > 0 } outcome)
            text.Append("**Outcome:** ").Append(Plain(outcome)).Append("\n\n");
        if (report.Commit.Length > 0)
            text.Append("**Landed:** ").Append(Code(report.Commit)).Append(report.Target.Length > 0 ? " on " + Code(report.Target) : "").Append("\n\n");
        if (report.Text.Length > 0)
            text.Append(report.Text.Trim()).Append("\n\n");
        Quote(text, "What was asked", task.Body);
        List(text, "Acceptance criteria", task.Criteria.Select(Plain));
        List(text, "Changed files", Files(report.Files));
        List(text, "Proof", report.Checks.Where(check => check.Command.Length > 0).Select(Proof));
        List(text, "Findings", report.Findings.Select(finding => $"{finding.Severity}: {(finding.File.Length > 0 ? Code(finding.File) + " " : "")}{Plain(finding.Text)}"));
        List(text, "Runs", report.Runs.Select(Plain));
        var name = book.Length > 0 ? book : task.Product.Length > 0 ? task.Product : "ALAI";
        return new WikiPage("task-" + task.Uid.ToLowerInvariant(), name, "Changes", task.Title, text.ToString().Trim());
    }

    private static IEnumerable<string> Files(IReadOnlyList<string> files) =>
        files.Take(MostFiles).Select(Code).Concat(files.Count > MostFiles ? [$"and {files.Count - MostFiles} more"] : []);

    private static string Proof(CheckResult check) =>
        $"{Code(check.Command)}: {(check.ExitCode is { } code ? string.Create(CultureInfo.InvariantCulture, $"exit code {code}") : check.Seen)}{(check.TreeHash.Length >= 12 ? $" on tree {Code(check.TreeHash[..12])}" : "")}";

    private static void List(StringBuilder text, string title, IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count == 0)
            return;
        text.Append("## ").Append(title).Append("\n\n");
        foreach (var item in all)
            text.Append("- ").Append(item).Append('\n');
        text.Append('\n');
    }

    // A task's own words are a person's or an agent's: quoted, so that they cannot pass for the page's.
    private static void Quote(StringBuilder text, string title, string body)
    {
        if (string.IsNullOrWhiteSpace(body))
            return;
        text.Append("## ").Append(title).Append("\n\n");
        foreach (var line in body.ReplaceLineEndings("\n").Trim().Split('\n'))
            text.Append("> ").Append(line).Append('\n');
        text.Append('\n');
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings(" "))
            _ = letter is '<' or '>' or '*' or '_' or '[' or ']' or '`' or '|' or '\\' ? plain.Append('\\').Append(letter) : plain.Append(letter);
        return plain.ToString().Trim();
    }

    private static string Code(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Contains('`', StringComparison.Ordinal) ? $"`` {line} ``" : $"`{line}`";
    }
}
