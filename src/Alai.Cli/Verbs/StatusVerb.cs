using Alai.Cli.Pages;

namespace Alai.Cli.Verbs;

/// <summary><c>alai status</c>: one screen.</summary>
internal static class StatusVerb
{
    public static Verb Build(CliWorld world) => new Verb("status", "One screen: is it healthy, what runs, what waits for you, what was done today.")
    {
        Details = "Exits with 1 when the factory is not healthy, so a monitor needs nothing else.",
        Examples = ["alai status", "alai status --json"],
    }.Does(world, (context, _, cancellationToken) => context.AskAsync(
        (client, stop) => client.Daemon.StatusAsync(stop),
        StatusPage.Write,
        cancellationToken,
        status => status.Healthy ? ExitCode.Done : ExitCode.Error));
}
