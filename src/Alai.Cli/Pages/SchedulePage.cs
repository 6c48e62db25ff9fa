using System.Globalization;
using Alai.Cli.Drawing;
using Alai.Client.Views;

namespace Alai.Cli.Pages;

/// <summary>Recurring work: as a table, as a page, as moments.</summary>
internal static class SchedulePage
{
    public static void Write(Paper paper, ScheduleListView list)
    {
        if (list.Schedules.Count == 0)
        {
            paper.Advise("Nothing comes again and again. Make a schedule: alai schedule add --help", Ink.Dim);
            return;
        }

        var table = new Table(new Column("NAME"), new Column("WHEN", Worth: 2), new Column("NEXT"), new Column("FILES", Stretches: true), new Column("LAST", Worth: 1));
        foreach (var schedule in list.Schedules)
        {
            table.Add(
                schedule.Name,
                schedule.Cron,
                schedule.Paused ? new Cell("rests", Ink.Yellow) : schedule.Next.Count > 0 ? Moment(schedule.Next[0], schedule.Zone) : "never",
                schedule.Task.Title,
                schedule.Fires.Count > 0 ? new Cell(paper.Ago(schedule.Fires[0].At), Ink.Dim) : "");
        }

        table.Write(paper);
    }

    public static void Write(Paper paper, ScheduleView schedule)
    {
        paper.Text(schedule.Name, Ink.Bold);
        paper.Text($"{schedule.Cron} in {schedule.Zone} · missed: {schedule.Missed}{(schedule.Missed == "all" ? $" up to {schedule.Most}" : "")} · made by {Words.Who(schedule.By)}", Ink.Dim);
        paper.Text($"Files: {schedule.Task.Title}{(schedule.Task.Product.Length > 0 ? $" ({schedule.Task.Product})" : "")}, {schedule.Task.Priority} priority");
        if (schedule.Paused)
            paper.Advise($"It rests. Go on: alai schedule resume {schedule.Name}", Ink.Yellow);
        WriteNext(paper, schedule);
        if (schedule.Fires.Count == 0)
            return;
        paper.Heading("Fired");
        var table = new Table(new Column("", Right: true), new Column(""), new Column("", Stretches: true));
        foreach (var fire in schedule.Fires)
            table.Add(fire.Task is { } task ? $"#{task}" : new Cell("refused", Ink.Red), Moment(fire.Slot, schedule.Zone), fire.Note);
        table.Write(paper, indent: 2);
    }

    public static void WriteNext(Paper paper, ScheduleListView list)
    {
        foreach (var (next, schedule) in list.Schedules.SelectMany(schedule => schedule.Next.Select(next => (next, schedule))).OrderBy(pair => pair.next))
            paper.Text($"{Moment(next, schedule.Zone)}  {schedule.Name}");
    }

    public static void WriteNext(Paper paper, ScheduleView schedule)
    {
        if (schedule.Next.Count > 0)
            paper.Heading("Next");
        foreach (var next in schedule.Next)
            paper.Text(Moment(next, schedule.Zone), indent: 2);
    }

    // In the schedule's own zone: that is what its fields speak of.
    private static string Moment(DateTimeOffset moment, string zone)
    {
        var local = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? TimeZoneInfo.ConvertTime(moment, found) : moment;
        return local.ToString("ddd yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
    }
}
