using System.CommandLine;
using Alai.Cli.Pages;

namespace Alai.Cli.Verbs;

/// <summary><c>alai undo</c>: takes back what this person did last.</summary>
internal static class UndoVerb
{
    public static Verb Build(CliWorld world)
    {
        var task = new Option<long?>("--task") { HelpName = "ID", Description = "The last thing done to this task, instead of the last of all.", CustomParser = result => Given.ReadId(result, result.Tokens[0].Value) };
        return new Verb("undo", "Take back what you did last, where that harms nothing.")
        {
            Details = "Cancel, pause, block, resume, start, assign, label and edit are taken back, step by step, as long as nothing has happened to the task "
                + "since. A verb that a filter did to many tasks is one step: it is taken back for all of them, or says for which it is not. What cannot be taken back says why: a cancelled task that work had begun on, a task somebody changed meanwhile. After add, done, reopen, retry, approve, reject and answer, "
                + "which undo does not take back, it names the verb that does; --task reaches what you did to another task before.",
            Examples = ["alai undo", "alai undo --task 12"],
            Options = { task },
        }.Does(world, (context, parse, cancellationToken) =>
            context.AskAsync((client, stop) => client.Tasks.UndoAsync(parse.GetValue(task), stop), SaidPage.Write, cancellationToken));
    }
}
