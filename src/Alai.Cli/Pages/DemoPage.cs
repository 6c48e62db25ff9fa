using System.Globalization;
using Alai.Cli.Drawing;
using Alai.Client.Views;

namespace Alai.Cli.Pages;

/// <summary>The demo as it happens, line by line, and what came of it.</summary>
internal sealed class DemoPage(Paper paper)
{
    private const int Narrow = 60;
    private const int Titled = 76;
    private const int TitleWidth = 20;
    private readonly Dictionary<long, string> titles = [];
    private string home = "";

    /// <summary>What is real and what is not, before anything else is done.</summary>
    public void Begin() => paper.Text(
        "ALAI demo. The model's words are scripted; everything else is real: HTTP, tool calls, git, processes, sandbox, tests, gate, store.",
        Ink.Bold);

    public void Home(string folder)
    {
        home = folder;
        paper.Text($"home: {folder} (kept)", Ink.Dim);
    }

    public void News(DemoNewsView news)
    {
        switch (news.Kind)
        {
            case "stage":
                Sandbox(news);
                break;
            case "check":
                paper.Heading(news.Text);
                break;
            case "met":
                paper.Text("✓ " + news.Text, Ink.Green, indent: 2);
                break;
            case "missed":
                paper.Text("✗ " + news.Text, Ink.Red, indent: 2);
                break;
            case "end" or "stopped":
                break;
            default:
                Story(news);
                break;
        }
    }

    /// <summary>A timeline for each task, what waits, what to try.</summary>
    public void End(DemoNewsView end, DemoResultView result)
    {
        paper.Heading("What became of each task");
        foreach (var task in end.Tasks)
            Task(task);
        Waiting(end.Waiting);
        paper.Raw();
        paper.Text(FormattableString.Invariant($"{result.Done} of {result.Tasks} tasks done, {result.Held} wait for you: {result.Runs} runs, {result.GateRejections} refused by the gate, {result.Rounds} rework round{(result.Rounds == 1 ? "" : "s")}, {result.Seconds:0.0} s."), Ink.Bold);
        paper.Text(end.Missed.Count == 0 ? "The store shows everything the demo promises." : $"{end.Missed.Count} promises are not shown by the store.", end.Missed.Count == 0 ? Ink.Green : Ink.Red);
        paper.Heading("Try next");
        var told = end.Tasks.FirstOrDefault(task => task.Strip.Any(mark => mark.Word == "rejected")) ?? end.Tasks[0];
        foreach (var command in new[] { $"alai inbox --home {home}", $"alai pipeline show {told.Id} --home {home}", $"alai report --since 1h --home {home}" })
            Command(command, 2);
    }

    // Never broken into lines of ours: a person copies it.
    private void Command(string command, int indent) => paper.Raw(new string(' ', indent) + paper.Inked(CleanText.Line(command), Ink.Cyan));

    private void Sandbox(DemoNewsView news)
    {
        if (news.Sandbox == "S0")
            paper.Text($"sandbox: none works here (S0), so the scripted agent runs without one; your own agents would be held. {news.Hint}", Ink.Yellow);
        else
            paper.Text($"sandbox: {news.Text}, level {news.Sandbox}", Ink.Dim);
        paper.Raw();
    }

    private void Story(DemoNewsView news)
    {
        if (news.Kind == "filed")
            titles[news.Task] = news.Text.Split(": ")[0];
        var (sign, ink) = Look(news.Kind);
        var clock = news.Seconds.ToString("0.0", CultureInfo.InvariantCulture).PadLeft(5) + "s";
        var what = news.Stage.Length > 0 ? news.Stage.ToUpperInvariant() : Word(news.Kind);
        var loud = news.Kind is "caught" or "held" or "findings";
        if (paper.Width is > 0 and < Narrow)
        {
            paper.Raw($"{paper.Inked(clock, Ink.Dim)} #{news.Task} {paper.Inked($"{what} {sign}", ink)}");
            paper.Text(news.Text, loud ? ink : Ink.Plain, indent: 2);
            return;
        }

        var title = (paper.Width is 0 or >= Titled) && news.Kind is not ("filed" or "done") ? DisplayWidth.Cut(titles.GetValueOrDefault(news.Task, ""), TitleWidth).PadRight(TitleWidth) + " " : "";
        var head = $"{clock} {"#" + news.Task,-4} {title}{what,-8} {sign} ";
        var shown = $"{paper.Inked(clock, Ink.Dim)} {"#" + news.Task,-4} {paper.Inked(title, Ink.Dim)}{paper.Inked($"{what,-8} {sign}", ink)} ";
        Tail(shown, DisplayWidth.Of(head), (CleanText.Line(news.Text), loud ? ink : Ink.Plain, loud));
    }

    // What was caught is told whole; the rest has one line.
    private void Tail(string head, int indent, (string Text, Ink Ink, bool Whole) tail)
    {
        var room = paper.Width == 0 ? 0 : paper.Width - indent;
        var lines = tail.Whole || room == 0 ? Wrapping.Lines(tail.Text, room).ToList() : [DisplayWidth.Cut(tail.Text, room)];
        paper.Raw((head + paper.Inked(lines[0], tail.Ink)).TrimEnd());
        foreach (var line in lines.Skip(1))
            paper.Raw(new string(' ', indent) + paper.Inked(line, tail.Ink));
    }

    private void Task(DemoTaskView task)
    {
        var when = task.Strip.Count == 0 || task.Until <= 0 ? "" : FormattableString.Invariant($", {task.From:0.0}-{task.Until:0.0} s");
        paper.Text($"#{task.Id} {task.Title}: {task.State}{when}", Words.OfState(task.State));
        StageStrip.Write(paper, task.Strip, indent: 5);
    }

    private void Waiting(IReadOnlyList<InboxEntryView> waiting)
    {
        paper.Heading(waiting.Count == 0 ? "Nothing waits for you." : "What waits for you");
        foreach (var entry in waiting)
        {
            paper.Text($"#{entry.Task.Id} {entry.Task.Title}", Ink.Bold);
            paper.Text(entry.Ask, Ink.Yellow, indent: 5);
            foreach (var verb in entry.Verbs.Take(2))
                Command($"→ {verb} --home {home}", 5);
        }
    }

    private static (string Sign, Ink Ink) Look(string kind) => kind switch
    {
        "caught" => ("✗", Ink.Red),
        "held" => ("?", Ink.Yellow),
        "findings" => ("±", Ink.Yellow),
        "passed" or "landed" or "done" => ("✓", Ink.Green),
        _ => ("+", Ink.Cyan),
    };

    private static string Word(string kind) => kind switch
    {
        "caught" => "CAUGHT",
        "held" => "WAITS",
        "filed" => "filed",
        "landed" => "LAND",
        _ => kind.ToUpperInvariant(),
    };
}
