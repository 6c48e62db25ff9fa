using Alai.Cli.Pages;
using Alai.Cli.Reaching;
using Alai.Cli.Running;
using Alai.Client;

namespace Alai.Cli.Verbs;

/// <summary><c>alai status</c>: one screen.</summary>
internal static class StatusVerb
{
    public static Verb Build(CliWorld world)
    {
        var watch = Given.Flag("--watch", "Go on showing the stages of what is at work, until Ctrl-C.");
        return new Verb("status", "One screen: is it healthy, what runs, what waits for you, what was done today.")
        {
            Details = "Exits with 1 when the factory is not healthy, so a monitor needs nothing else.",
            Examples = ["alai status", "alai status --watch", "alai status --json"],
            Options = { watch },
        }.Does(world, (context, parse, cancellationToken) => parse.GetValue(watch) && !context.Json
            ? WatchAsync(context, cancellationToken)
            : context.AskAsync(
                (client, stop) => client.Daemon.StatusAsync(stop),
                StatusPage.Write,
                cancellationToken,
                status => status.Healthy ? ExitCode.Done : ExitCode.Error));
    }

    // Nothing moves without a daemon, and one that lived only for the watching would move nothing either.
    private static async Task<int> WatchAsync(CliContext context, CancellationToken cancellationToken)
    {
        await using var link = await new DaemonDoor(context).FindAsync(cancellationToken);
        if (link?.Client is not { } client)
            return context.Fail(link?.Problem ?? new Problem("No daemon runs, so there is nothing to watch.", Hint: "'alai up', or 'alai status' for how it stands."), ExitCode.NoDaemon);
        var live = new LiveStages(context) { WhenGone = "The daemon is gone. This waits for the next one: alai up" };
        context.World.Error.WriteLine("Watching what is at work; Ctrl-C ends it.");
        await live.FollowAsync(_ => Task.FromResult<FactoryClient?>(client), cancellationToken);
        return ExitCode.Done;
    }
}
