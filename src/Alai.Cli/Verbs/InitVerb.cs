using Alai.Cli.Pages;

namespace Alai.Cli.Verbs;

/// <summary><c>alai init</c>: what a new home needs.</summary>
internal static class InitVerb
{
    public static Verb Build(CliWorld world) => new Verb("init", "Make a home ready.")
    {
        Details = "Writes an alai.yaml that explains every setting (all of them may be left out), and the folders for companies and products. What is there already stays as it is.",
        Examples = ["alai init", "alai init --home /srv/alai"],
    }.Does(world, (context, _, cancellationToken) =>
        context.AskAsync((client, stop) => client.Daemon.InitAsync(stop), SaidPage.Write, cancellationToken));
}
