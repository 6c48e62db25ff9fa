using Alai.Cli.Reaching;
using Alai.Client;

namespace Alai.Cli.Verbs;

/// <summary><c>alai down</c>: asks the daemon to end and waits until it has.</summary>
internal static class DownVerb
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Verb Build(CliWorld world) => new Verb("down", "End the daemon.")
    {
        Details = "Runs that are under way are given back and go on after the next 'alai up'. Nothing is lost.",
        Examples = ["alai down"],
    }.Does(world, (context, _, cancellationToken) => RunAsync(context, cancellationToken));

    private static async Task<int> RunAsync(CliContext context, CancellationToken cancellationToken)
    {
        var door = new DaemonDoor(context);
        await using var link = await door.FindAsync(cancellationToken);
        if (link?.Client is not { } client)
            return context.Fail(link?.Problem ?? new Problem($"No daemon runs for {context.Home}.", Hint: "Start one with 'alai up'."), ExitCode.NoDaemon);
        var reply = await client.Daemon.ShutdownAsync(cancellationToken);
        if (reply.Value is null)
            return context.Fail(reply);
        var began = context.World.Time.GetTimestamp();
        while (await door.FindAsync(cancellationToken) is { } still)
        {
            await still.DisposeAsync();
            if (context.World.Time.GetElapsedTime(began) > Patience)
                return context.Fail(new Problem("The daemon was asked to end and still answers.", Hint: "See 'alai logs'."), ExitCode.Error);
            await Task.Delay(TimeSpan.FromMilliseconds(50), context.World.Time, cancellationToken);
        }

        context.Paper.Text("The daemon has ended.");
        return ExitCode.Done;
    }
}
