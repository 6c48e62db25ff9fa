using Alai.Cli.Drawing;
using Alai.Cli.Pages;
using Alai.Client.Requests;
using Alai.Client.Views;

namespace Alai.Cli.Verbs;

/// <summary><c>task diff|revert</c>: what a task left, and taking it back.</summary>
internal static class TaskResultVerbs
{
    public static IEnumerable<Verb> Build(CliWorld world) => [Diff(world), Revert(world)];

    private static Verb Diff(CliWorld world)
    {
        var id = Given.Id();
        var stat = Given.Flag("--stat", "Only the files and how much changed in each.");
        return new Verb("diff", "What a task changed, as a unified diff.")
        {
            Details = "Of a root it is the newest result, of a stage that stage's own; also after it has landed.",
            Examples = ["alai task diff 12", "alai task diff 12 --stat"],
            Arguments = { id },
            Options = { stat },
        }.Does(world, (context, parse, cancellationToken) => context.AskAsync(
            (client, stop) => client.Tasks.DiffAsync(parse.GetValue(id), stop),
            (Paper paper, DiffView diff) =>
            {
                if (parse.GetValue(stat))
                    DiffPage.WriteStat(paper, diff);
                else
                    DiffPage.Write(paper, diff);
            },
            cancellationToken));
    }

    private static Verb Revert(CliWorld world)
    {
        var id = Given.Id();
        var reason = Given.Word("--reason", "TEXT", "Why; it goes into the commit and the history.");
        return new Verb("revert", "Land the inverse of what a task landed.")
        {
            Details = "Undoes one landing on top of the branch as it is now, after the product's own checks passed without it. "
                + "Later work on the same lines makes it refuse; nothing is rewritten.",
            Examples = ["alai task revert 12 --reason \"customers miss the old button\""],
            Arguments = { id },
            Options = { reason },
        }.Does(world, (context, parse, cancellationToken) => context.AskAsync(
            (client, stop) => client.Tasks.RevertAsync(parse.GetValue(id), new VerbWords { Text = parse.GetValue(reason) ?? "" }, stop),
            SaidPage.Write,
            cancellationToken));
    }
}
