using Alai.Cli.Pages;

namespace Alai.Cli.Verbs;

/// <summary><c>alai report</c> and <c>alai cost</c>.</summary>
internal static class ReportVerbs
{
    public static Verb Report(CliWorld world)
    {
        var since = Since.Option(world, "From when; 24h when left out:");
        var markdown = Given.Flag("--markdown", "As Markdown, for a mail or a wiki.");
        return new Verb("report", "What was done and how it was proved, what waits for you, what failed and why, what it cost.")
        {
            Examples = ["alai report", "alai report --since yesterday", "alai report --since 12h --markdown"],
            Options = { since, markdown },
        }.Does(world, (context, parse, cancellationToken) => context.AskAsync(
            (client, stop) => client.Pipelines.ReportAsync(Since.Read(parse.GetValue(since) ?? "24h", world.Time)!.Value, stop),
            (paper, report) =>
            {
                if (parse.GetValue(markdown))
                    world.Out.Write(ReportMarkdown.Of(report, paper));
                else
                    ReportPage.Write(paper, report);
            },
            cancellationToken));
    }

    public static Verb Cost(CliWorld world)
    {
        var since = Since.Option(world, "From when; today when left out:");
        return new Verb("cost", "What was spent, by model, and every paid call. Local models cost 0.")
        {
            Details = "A paid call whose price is not settled counts with what was reserved for it.",
            Examples = ["alai cost", "alai cost --since 30d"],
            Options = { since },
        }.Does(world, (context, parse, cancellationToken) => context.AskAsync(
            (client, stop) => client.Pipelines.CostAsync(Since.Read(parse.GetValue(since) ?? "today", world.Time)!.Value, stop), CostPage.Write, cancellationToken));
    }
}
