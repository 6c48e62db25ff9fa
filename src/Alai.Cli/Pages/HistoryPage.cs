using System.Globalization;
using Alai.Cli.Drawing;
using Alai.Client.Views;

namespace Alai.Cli.Pages;

/// <summary>The story of a task: a day as a heading, a line an event.</summary>
internal static class HistoryPage
{
    public static void Write(Paper paper, HistoryView history)
    {
        paper.Text($"#{history.Task.Id} {history.Task.Title}", Ink.Bold);
        var day = "";
        foreach (var happened in history.Events)
        {
            var at = paper.Local(happened.At);
            var thisDay = at.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture);
            if (thisDay != day)
                paper.Heading(thisDay);
            day = thisDay;
            Event(paper, happened, at);
        }

        paper.Raw();
        paper.Text($"Now: {Words.State(history.Task)}" + (history.Task.Outcome is { } outcome ? ": " + outcome : ""), Words.OfState(history.Task.State));
    }

    private static void Event(Paper paper, EventView happened, DateTimeOffset at)
    {
        var who = happened.Run is { } run && happened.Actor == "daemon" ? $"run {run}" : Words.Who(happened.Actor);
        var line = $"{at.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}  {who}: {(happened.Text.Length > 0 ? happened.Text : Words.Code(happened.Kind))}";
        paper.Text(line, InkOf(happened.Kind), indent: 2);
    }

    /// <summary>How an event of a kind is coloured.</summary>
    public static Ink InkOf(string kind) => kind switch
    {
        "held" or "rejected" => Ink.Yellow,
        "done" or "approved" or "verified" or "landed" => Ink.Green,
        "stale" or "forced" => Ink.Red,
        _ => Ink.Plain,
    };
}
