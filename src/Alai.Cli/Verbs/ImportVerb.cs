using System.CommandLine;
using Alai.Cli.Pages;
using Alai.Client.Requests;

namespace Alai.Cli.Verbs;

/// <summary><c>alai db import</c>: a bundle into an empty home, or the issues of another tracker.</summary>
internal static class ImportVerb
{
    private static readonly string[] Trackers = ["bundle", "beads", "github"];

    public static Verb Build(CliWorld world)
    {
        var file = new Argument<string>("FILE") { Description = "A bundle of 'alai db export', .beads/issues.jsonl, or issues as GitHub gives them." };
        var from = Given.OneOf("--from", "Bundle, beads or github; bundle when left out.", Trackers);
        var product = Given.Word("--product", "NAME", "The product of imported issues; the only one when left out.");
        var settings = Given.Flag("--with-settings", "Settings, companies, products and rules of the bundle too, where this home has none.");
        return new Verb("import", "Take a bundle into an empty home, or file the issues of another tracker.")
        {
            Details = "All of a bundle or nothing. Every task meets this home's safety rules again, and a yes given elsewhere says nothing here; runs that were under way are given back. Issues are filed like any task, each once however often you import; what is closed there is filed as done or cancelled, what is blocked or worked on there is held. For GitHub: gh issue list --state all --limit 1000 --json number,title,body,labels,state,stateReason,url,assignees,comments > issues.json",
            Examples = ["alai --home ~/other db import everything.alai", "alai db import --from beads .beads/issues.jsonl --product bento", "alai db import --from github issues.json --product bento"],
            Arguments = { file },
            Options = { from, product, settings },
        }.Does(world, (context, parse, cancellationToken) => context.AskAsync(
            (client, stop) => client.Care.ImportAsync(
                new ImportFrom
                {
                    File = Path.GetFullPath(parse.GetRequiredValue(file)),
                    From = parse.GetValue(from) ?? "bundle",
                    Product = parse.GetValue(product) ?? "",
                    WithSettings = parse.GetValue(settings),
                },
                stop),
            DbPage.Write,
            cancellationToken,
            import => import.Refused.Count == 0 ? ExitCode.Done : ExitCode.Error));
    }
}
