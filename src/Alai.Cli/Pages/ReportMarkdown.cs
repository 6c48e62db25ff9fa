using System.Text;
using Alai.Cli.Drawing;
using Alai.Client.Views;

namespace Alai.Cli.Pages;

/// <summary>The report as Markdown.</summary>
internal static class ReportMarkdown
{
    public static string Of(ReportView report, Paper paper)
    {
        var text = new StringBuilder("# What the factory did\n\n").Append(Clean(ReportPage.Headline(paper, report))).Append('\n');
        foreach (var alarm in report.Alarms)
            text.Append("\n**").Append(Clean(alarm)).Append("**\n");
        Section(text, "Waits for you", report.Waiting.Select(entry =>
            $"#{entry.Task.Id} {entry.Task.Title}: {entry.Ask}" + (entry.Verbs.Count > 0 ? $" Run: `{entry.Verbs[0]}`" : "")));
        if (report.Late is { Count: > 0 })
            Section(text, "Late", report.Late.Select(task => $"#{task.Id} {task.Title}: {DueText.Line(paper, task)}"));
        Section(text, "Done", report.Done.Select(Done));
        Section(text, "Did not come through", report.Failed.Select(one =>
            $"#{one.Task} {one.Title}: {one.Stage.ToUpperInvariant()} {Words.Code(one.Outcome)}, now {one.Now}. {one.Reason}"));
        if (report.Cancelled.Count > 0)
            Section(text, "Cancelled", report.Cancelled.Select(task => $"#{task.Id} {task.Title}"));
        return text.Append("\n## Cost\n\n").Append(ReportPage.Cost(report.Cost)).Append('\n').ToString();
    }

    private static string Done(ReportDoneView one)
    {
        var proof = one.Proof.Count == 0 ? "no proof of the factory's own" : "proved: " + string.Join("; ", one.Proof);
        return $"#{one.Task.Id} {one.Task.Title}: {StageStrip.Text(one.Strip)}; {proof}" + (one.Landed.Length > 0 ? $"; {one.Landed}" : "");
    }

    private static void Section(StringBuilder text, string heading, IEnumerable<string> lines)
    {
        text.Append("\n## ").Append(heading).Append("\n\n");
        var all = lines.ToList();
        if (all.Count == 0)
            text.Append("Nothing.\n");
        foreach (var line in all)
            text.Append("* ").Append(Clean(line)).Append('\n');
    }

    private static string Clean(string text) => CleanText.Line(text);
}
