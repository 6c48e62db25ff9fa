using System.Globalization;
using Alai.Cli.Drawing;
using Alai.Cli.Pages;
using Alai.Client;
using Alai.Client.Views;

namespace Alai.Cli.Verbs;

/// <summary><c>task show|why|history|next|active|stats</c>.</summary>
internal static class TaskReadingVerbs
{
    public static IEnumerable<Verb> Build(CliWorld world) =>
    [
        OfOne(world, ("show", "Show a task whole.", "alai task show 12"), (client, id, stop) => client.Tasks.ShowAsync(id, stop), TaskPage.Write),
        OfOne(world, ("why", "Why a task is where it is: the exact rule.", "alai task why 12"), (client, id, stop) => client.Tasks.WhyAsync(id, stop), WhyPage.Write),
        OfOne(world, ("history", "The story of a task.", "alai task history 12"), (client, id, stop) => client.Tasks.HistoryAsync(id, stop), HistoryPage.Write),
        Search(world),
        Next(world),
        Active(world),
        Stats(world),
    ];

    private static Verb OfOne<T>(
        CliWorld world,
        (string Name, string Summary, string Example) words,
        Func<FactoryClient, long, CancellationToken, Task<Reply<T>>> call,
        Action<Paper, T> draw)
        where T : class
    {
        var id = Given.Id();
        return new Verb(words.Name, words.Summary) { Examples = [words.Example], Arguments = { id } }
            .Does(world, (context, parse, cancellationToken) =>
                context.AskAsync((client, stop) => call(client, parse.GetValue(id), stop), draw, cancellationToken));
    }

    private static Verb Search(CliWorld world)
    {
        var words = Given.Text("WORD", "What must be in title, body or labels: all of them; a word may end in *.", required: true);
        var limit = Given.Count("--limit", "Tasks a page, 1 to 500; 20 when left out.", 20, 500);
        var page = Given.Word("--page", "CURSOR", "The next page, as the page before names it.");
        return new Verb("search", "Find tasks by their words, the best match first.")
        {
            Examples = ["alai task search footer", "alai task search two decim*"],
            Arguments = { words },
            Options = { limit, page },
        }.Does(world, (context, parse, cancellationToken) => context.AskAsync(
            (client, stop) => client.Tasks.SearchAsync(parse.Joined(words), parse.GetValue(page), parse.GetValue(limit), stop),
            TaskTable.Write,
            cancellationToken));
    }

    private static Verb Next(CliWorld world) => new Verb("next", "What comes next: the open tasks, most urgent first.")
    {
        Examples = ["alai task next"],
    }.Does(world, (context, _, cancellationToken) => context.AskAsync(
        (client, stop) => client.Tasks.ListAsync(new TaskQuery { States = ["open"], Urgent = true, Limit = 5 }, stop),
        TaskTable.Write,
        cancellationToken));

    private static Verb Active(CliWorld world) => new Verb("active", "What is being worked on now, by the factory and by people.")
    {
        Examples = ["alai task active"],
    }.Does(world, (context, _, cancellationToken) => context.AskAsync(
        (client, stop) => client.Daemon.StatusAsync(stop), ShowActive, cancellationToken));

    private static void ShowActive(Paper paper, StatusView status)
    {
        if (status.Runs.Count + status.Assigned.Count == 0)
            paper.Text("Nothing is being worked on.", Ink.Dim);
        RunTable.Write(paper, status.Runs);
        if (status.Assigned.Count > 0)
            TaskTable.Write(paper, status.Assigned);
    }

    private static Verb Stats(CliWorld world)
    {
        var since = Given.Word("--since", "DATE", "Count from here, for example 2026-11-23; today when left out.");
        since.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => Day(token.Value) is null))
                result.AddError($"'{token.Value}' is no date; expected one such as 2026-11-23.");
        });
        return new Verb("stats", "How many tasks are in which state, and what happened since a day.")
        {
            Examples = ["alai task stats", "alai task stats --since 2026-11-01"],
            Options = { since },
        }.Does(world, (context, parse, cancellationToken) => context.AskAsync(
            (client, stop) => client.Tasks.StatsAsync(parse.GetValue(since) is { } day ? Day(day) : null, stop),
            StatsPage.Write,
            cancellationToken));
    }

    private static DateTimeOffset? Day(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var day) ? day : null;
}
