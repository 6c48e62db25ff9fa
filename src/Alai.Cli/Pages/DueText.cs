using System.Globalization;
using Alai.Cli.Drawing;
using Alai.Client.Views;

namespace Alai.Cli.Pages;

/// <summary>The day a task is wanted by; what is late says so.</summary>
internal static class DueText
{
    public static bool IsLate(Paper paper, TaskView task) => task.Due < paper.Now && task.State is not ("done" or "cancelled");

    public static Cell Cell(Paper paper, TaskView task) => task.Due is { } due
        ? new Cell((IsLate(paper, task) ? "LATE " : "") + Day(paper, due), IsLate(paper, task) ? Ink.Red : Ink.Plain)
        : "";

    /// <summary>For a page: with how long ago or how soon.</summary>
    public static string Line(Paper paper, TaskView task)
    {
        var due = task.Due!.Value;
        return IsLate(paper, task) ? $"LATE: wanted by {Day(paper, due)}, {Paper.Span(paper.Now - due)} ago"
            : task.State is "done" or "cancelled" ? $"wanted by {Day(paper, due)}" : $"wanted by {Day(paper, due)}, in {Paper.Span(due - paper.Now)}";
    }

    // The last minute of a day is the day.
    private static string Day(Paper paper, DateTimeOffset due)
    {
        var local = paper.Local(due);
        return local.ToString(local is { Hour: 23, Minute: 59 } ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }
}
