using Alai.Cli.Pages;

namespace Alai.Cli.Verbs;

/// <summary><c>alai wiki status|sync</c>.</summary>
internal static class WikiVerbs
{
    public static Verb Build(CliWorld world)
    {
        var group = new Verb("wiki", "The pages the factory writes for people.");
        group.Add(new Verb("status", "Where pages go, and which wait.") { Examples = ["alai wiki status"] }
            .Does(world, (context, _, cancellationToken) => context.AskAsync((client, stop) => client.Hive.WikiAsync(stop), WikiPage.Write, cancellationToken)));
        group.Add(new Verb("sync", "Put every waiting page now instead of at its next try.")
        {
            Details = "A page is put once, nothing is written when it already says so, and a person's edit is never overwritten. Exits with 1 when one could not be put.",
            Examples = ["alai wiki sync"],
        }.Does(world, (context, _, cancellationToken) => context.AskAsync(
            (client, stop) => client.Hive.SyncWikiAsync(stop), WikiPage.Write, cancellationToken, wiki => wiki.Failed.Count == 0 ? ExitCode.Done : ExitCode.Error)));
        return group;
    }
}
