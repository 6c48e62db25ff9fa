using System.CommandLine;
using Alai.Cli.Running;
using Alai.Client;
using Alai.Client.Requests;

namespace Alai.Cli.Verbs;

/// <summary><c>alai run</c>: one change of one's own project, proved, while one watches.</summary>
internal static class RunVerb
{
    public static Verb Build(CliWorld world)
    {
        var text = Given.Text("TEXT", "What should be changed.", required: true);
        var project = Given.Word("--project", "PATH", "The checkout to work on; the current folder when left out.");
        var verify = Given.Word("--verify", "COMMAND", "A command that must pass too, besides the project's own.");
        var criteria = Given.Several("--criteria", "TEXT", "When it is good enough; may be repeated.");
        var unsandboxed = Given.Flag("--unsandboxed", "Go on where no sandbox works; never lands by itself.");
        var tier = Given.Tier();
        var timeout = new Option<int?>("--timeout") { HelpName = "SECONDS", Description = "Give up after so long." };
        return new Verb("run", "Have one change made and proved on a project, and watch it.")
        {
            Details = "Registers the project if needed, files the task and shows every step. Your checkout is not touched: the result is a branch, and landing asks you. "
                + "Exits with 0 when done or waiting only for your yes to land, 3 when it is held otherwise, 1 when it failed. "
                + "With a daemon, Ctrl-C only ends the watching; without one it cancels the task.",
            Examples =
            [
                "alai run \"Show prices with two decimals\" --project ~/code/bento",
                "alai run \"Refuse a count below one\" --verify \"sh tests/run.sh\" --criteria \"-1 is refused\" --json",
            ],
            Arguments = { text },
            Options = { project, verify, criteria, unsandboxed, tier, timeout },
        }.Does(world, (context, parse, cancellationToken) =>
        {
            var (title, body) = RunText.Split(parse.Joined(text));
            if (title.Length == 0)
                return Task.FromResult(context.Fail(new Problem("A run needs words.", Hint: "alai run \"what should be changed\" --project PATH"), ExitCode.WrongUsage));
            var task = new FileTask
            {
                Title = title,
                Body = body,
                Verify = parse.GetValue(verify),
                Criteria = parse.GetValue(criteria) ?? [],
                Tier = parse.GetValue(tier) ?? 0,
                Key = "cli:" + Guid.NewGuid().ToString("N"),
            };
            var limit = parse.GetValue(timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
            var asked = new RunAsked(task, Path.GetFullPath(parse.GetValue(project) ?? "."), parse.GetValue(unsandboxed), limit);
            return new RunShow(context, asked).RunAsync(cancellationToken);
        });
    }
}
