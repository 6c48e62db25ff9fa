using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Alai.Cli.Drawing;
using Alai.Cli.Pages;
using Alai.Cli.Reaching;
using Alai.Client;
using Alai.Client.Views;

namespace Alai.Cli.Verbs;

/// <summary><c>alai events</c>: the event log, once or as it grows.</summary>
internal static class EventsVerb
{
    private const int Page = 1000;

    public static Verb Build(CliWorld world)
    {
        var follow = Given.Flag("--follow", "Go on as things happen, until Ctrl-C; a daemon that ends is waited for.");
        var since = new Option<long?>("--since") { HelpName = "SEQ", Description = "Everything after this sequence number; 0 for all. The newest when left out." };
        since.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !long.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
                result.AddError($"'{token.Value}' is no sequence number; expected 0 or more, as the lines show it.");
        });
        var task = new Option<long?>("--task") { HelpName = "ID", Description = "Only what belongs to this task and its stages.", CustomParser = result => Given.ReadId(result, result.Tokens[0].Value) };
        var lines = Given.Count("--lines", "How many of the newest, 1 to 1000; 50 when left out.", 50, Page);
        return new Verb("events", "Everything that happened, numbered without gaps, once or as it happens.")
        {
            Details = "With --json each event is one line: sequence, at, root, task, run, actor, kind, text (null where there is none); new keys may come, these stay. "
                + "With --follow a cut connection goes on after the last line, nothing is lost and nothing comes twice; a program that stops starts again with --since and its last sequence.",
            Examples = ["alai events", "alai events --follow", "alai events --task 12 --since 0", "alai events --follow --json --since 4711"],
            Options = { follow, since, task, lines },
        }.Does(world, (context, parse, cancellationToken) =>
        {
            var asked = new Asked(parse.GetValue(since), parse.GetValue(task), parse.GetValue(lines));
            return parse.GetValue(follow)
                ? new EventFollowing(context, asked.Task, happened => Write(context, happened)).RunAsync(client => OnceAsync(context, client, asked, cancellationToken), cancellationToken)
                : context.WithFactoryAsync(async client => (await OnceAsync(context, client, asked, cancellationToken)).Exit, cancellationToken);
        });
    }

    /// <summary>What is there already; the place to go on from, and the exit code.</summary>
    private static async Task<(long Next, int Exit)> OnceAsync(CliContext context, FactoryClient client, Asked asked, CancellationToken cancellationToken)
    {
        var reply = asked.Since is { } since
            ? await client.Events.AfterAsync(since, asked.Task, Page, cancellationToken)
            : await client.Events.NewestAsync(asked.Task, asked.Lines, cancellationToken);
        while (true)
        {
            if (reply.Value is not { } piece)
                return (0, context.Fail(reply));
            foreach (var happened in piece.Events)
                Write(context, happened);
            if (!piece.More)
                return (piece.Next, ExitCode.Done);
            reply = await client.Events.AfterAsync(piece.Next, asked.Task, Page, cancellationToken);
        }
    }

    private static void Write(CliContext context, EventView happened)
    {
        if (context.Json)
        {
            context.World.Out.WriteLine(JsonSerializer.Serialize(happened, WireJson.Default.EventView));
            context.World.Out.Flush();
            return;
        }

        var paper = context.Paper;
        var at = paper.Local(happened.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var task = (happened.Task ?? happened.Root) is { } id ? $"#{id}" : "";
        var line = $"{happened.Sequence.ToString(CultureInfo.InvariantCulture),6}  {at}  {task,-6}  {Words.Who(happened.Actor)}: {(happened.Text.Length > 0 ? happened.Text : Words.Code(happened.Kind))}";
        paper.Raw(paper.Inked(CleanText.Line(line), HistoryPage.InkOf(happened.Kind)));
    }

    private sealed record Asked(long? Since, long? Task, int Lines);
}
