using Alai.Cli.Drawing;
using Alai.Client.Views;

namespace Alai.Cli.Pages;

/// <summary>Tasks as a table: number, state, priority, title, product, who, when.</summary>
internal static class TaskTable
{
    public static void Write(Paper paper, TaskListView page)
    {
        if (page.Tasks.Count == 0)
        {
            if (page.Note is { } note)
                paper.Advise($"No task matches: {note}", Ink.Yellow);
            else
                paper.Advise("No task matches. File one: alai task add \"what should be done\"", Ink.Dim);
            return;
        }

        Write(paper, page.Tasks);
        if (page.Next is { } next)
            paper.Text($"More: the same command with --page {next}", Ink.Dim);
    }

    public static void Write(Paper paper, IReadOnlyList<TaskView> tasks, int indent = 0)
    {
        var table = new Table(
            new Column("#", Right: true),
            new Column("STATE"),
            new Column("PRIORITY", Worth: 4),
            new Column("DUE", Worth: 5, IfAny: true),
            new Column("TITLE", Stretches: true),
            new Column("PRODUCT", Worth: 3),
            new Column("WITH", Worth: 2),
            new Column("CHANGED", Worth: 1));
        foreach (var task in tasks)
        {
            table.Add(
                task.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
                new Cell(Words.State(task), Words.OfState(task.State)),
                new Cell(Words.Urgency(task), Words.OfPriority(string.IsNullOrEmpty(task.Counts) ? task.Priority : task.Counts)),
                DueText.Cell(paper, task),
                task.Title,
                task.Product,
                With(task),
                new Cell(paper.Ago(task.UpdatedAt), Ink.Dim));
        }

        table.Write(paper, indent);
    }

    private static string With(TaskView task) =>
        task.Assignee is { } person ? Words.Who(person) : task.Doing.Length > 0 ? task.Doing : task.Company ?? "";
}
