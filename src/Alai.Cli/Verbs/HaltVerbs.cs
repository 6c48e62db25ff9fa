using Alai.Cli.Pages;

namespace Alai.Cli.Verbs;

/// <summary><c>alai halt</c> and <c>alai resume</c>.</summary>
internal static class HaltVerbs
{
    public static Verb Halt(CliWorld world)
    {
        var reason = Given.Text("REASON", "Why; shown to everybody.");
        return new Verb("halt", "Stop dispatch at once.")
        {
            Details = "Nothing new starts until 'alai resume', also after a restart.",
            Examples = ["alai halt", "alai halt the test server is down"],
            Arguments = { reason },
        }.Does(world, (context, parse, cancellationToken) =>
            context.AskAsync((client, stop) => client.Daemon.HaltAsync(parse.Joined(reason), stop), SaidPage.Write, cancellationToken));
    }

    public static Verb Resume(CliWorld world)
    {
        var reason = Given.Text("REASON", "Why; kept in the history.");
        return new Verb("resume", "Start dispatch again after 'alai halt'.")
        {
            Examples = ["alai resume"],
            Arguments = { reason },
        }.Does(world, (context, parse, cancellationToken) =>
            context.AskAsync((client, stop) => client.Daemon.ResumeAsync(parse.Joined(reason), stop), SaidPage.Write, cancellationToken));
    }
}
