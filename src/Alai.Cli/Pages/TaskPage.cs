using Alai.Cli.Drawing;
using Alai.Client.Views;

namespace Alai.Cli.Pages;

/// <summary>One task as a page.</summary>
internal static class TaskPage
{
    public static void Write(Paper paper, TaskPageView page)
    {
        var task = page.Task;
        paper.Text($"#{task.Id} {task.Title}", Ink.Bold);
        paper.Text(string.Join(" · ", Facts(task)), Ink.Dim);
        paper.Raw();
        paper.Text(Headline(task), Words.OfState(task.State));
        paper.Text(page.Why.Sentence);
        if (task.Due is not null)
            paper.Text(DueText.Line(paper, task), DueText.IsLate(paper, task) ? Ink.Red : Ink.Plain);
        if (page.Why.NextStep.Length > 0)
            paper.Advise("→ " + page.Why.NextStep, Ink.Cyan);
        Body(paper, task);
        List(paper, "Acceptance criteria", task.Criteria);
        Settings(paper, task);
        Table(paper, "Waits for", page.WaitsFor);
        Table(paper, "Came of it", page.Children);
        Stages(paper, page.Stages);
        RunTable.Write(paper, page.Runs);
        paper.Raw();
        paper.Advise($"History: alai task history {task.Id}", Ink.Dim);
    }

    private static IEnumerable<string> Facts(TaskView task)
    {
        if (task.Product.Length > 0)
            yield return task.Product;
        yield return Words.Urgency(task) + " priority";
        yield return $"{Words.Code(task.Kind)}, {Words.Code(task.Domain)}, complexity {task.Complexity}";
        yield return "filed by " + Words.Who(task.Filer);
        if (task.Parent is { } parent && task.Stage is null)
            yield return $"came of #{parent}";
        if (task.Owner is { } owner)
            yield return "owned by " + Words.Who(owner);
        foreach (var label in task.Labels)
            yield return label;
    }

    private static string Headline(TaskView task) => task.State switch
    {
        "held" => $"HELD ({Words.Code(task.Hold?.Code ?? "")})" + (task.Assignee is { } taker ? $", {Words.Who(taker)} is working on it" : ""),
        "done" => "DONE" + (task.Outcome is { } outcome ? ": " + outcome : ""),
        "open" when task.Assignee is { } person => $"OPEN, {Words.Who(person)} is working on it",
        _ => task.State.ToUpperInvariant() + (task.Doing.Length > 0 ? ", " + task.Doing : ""),
    };

    private static void Body(Paper paper, TaskView task)
    {
        if (task.Body.Length == 0)
            return;
        paper.Raw();
        paper.Text(task.Body);
    }

    private static void List(Paper paper, string heading, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
            return;
        paper.Heading(heading);
        foreach (var line in lines)
            paper.Text("- " + line, indent: 2);
    }

    private static void Settings(Paper paper, TaskView task)
    {
        string?[] lines =
        [
            task.Verify is { } verify ? "verified also by: " + verify : null,
            task.Deploy ? "deployed after landing" : null,
            task.Docs ? "documented after landing" : null,
            task.Sensitivity > 0 ? (task.Sensitivity == 1 ? "local models only" : "people only") : null,
            task.Branch is { } branch ? "result on branch " + branch : null,
        ];
        List(paper, "Also", [.. lines.OfType<string>()]);
    }

    private static void Table(Paper paper, string heading, IReadOnlyList<TaskView> tasks)
    {
        if (tasks is not { Count: > 0 })
            return;
        paper.Heading(heading);
        TaskTable.Write(paper, tasks, indent: 2);
    }

    private static void Stages(Paper paper, IReadOnlyList<TaskView> stages)
    {
        if (stages.Count == 0)
            return;
        paper.Heading("Pipeline");
        var table = new Table(new Column(""), new Column(""), new Column("", Worth: 1), new Column("", Stretches: true));
        foreach (var stage in stages)
        {
            table.Add(
                new Cell((stage.Stage ?? "").ToUpperInvariant(), Ink.Bold),
                new Cell(Words.State(stage), Words.OfState(stage.State)),
                $"#{stage.Id}",
                stage.Outcome ?? stage.Hold?.Text ?? "");
        }

        table.Write(paper, indent: 2);
    }
}
