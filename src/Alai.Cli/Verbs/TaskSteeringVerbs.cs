using System.CommandLine;
using Alai.Cli.Pages;
using Alai.Client.Requests;

namespace Alai.Cli.Verbs;

/// <summary><c>task start|done|pause|resume|block|assign|cancel|reopen|retry|label|comment</c>.</summary>
internal static class TaskSteeringVerbs
{
    private const string ForMany = "Without a number, a filter chooses the tasks: the first ten are shown, and more than ten need --yes.";

    public static IEnumerable<Verb> Build(CliWorld world) =>
    [
        Simple(world, "start", "Work on it yourself: it is yours and the factory leaves it alone.", null),
        Done(world),
        Many(world, "pause", "Hold it and stop its run.", hasReason: true),
        Many(world, "resume", "Lift a pause or a block.", hasReason: false),
        Simple(world, "block", "Hold it and say what blocks it.", new TextRule("REASON", "What blocks it.", Required: true)),
        Assign(world),
        Many(world, "cancel", "Give it up, with all its stages.", hasReason: true),
        Simple(world, "reopen", "Open a finished or cancelled task again.", new TextRule("REASON", "Why.", Required: false)),
        Retry(world),
        Label(world),
        Simple(world, "comment", "Add a line to its history.", new TextRule("TEXT", "The comment, Markdown.", Required: true)),
    ];

    private static Verb Simple(CliWorld world, string name, string summary, TextRule? rule)
    {
        var id = Given.Id();
        var text = rule is null ? null : Given.Text(rule.Name, rule.Description, rule.Required);
        var verb = new Verb(name, summary) { Examples = [rule is null ? $"alai task {name} 12" : $"alai task {name} 12 \"waits for the designer\""], Arguments = { id } };
        if (text is not null)
            verb.Add(text);
        return verb.Does(world, (context, parse, cancellationToken) =>
            DoAsync(context, (parse.GetValue(id), name), new VerbWords { Text = text is null ? "" : parse.Joined(text) }, cancellationToken));
    }

    private static Verb Many(CliWorld world, string name, string summary, bool hasReason)
    {
        var text = Given.Text("REASON", "Why; with a filter: --reason.");
        var reason = Given.Word("--reason", "TEXT", "Why.");
        var verb = new Verb(name, summary)
        {
            Details = ForMany,
            Examples = [hasReason ? $"alai task {name} 12 \"waits for the designer\"" : $"alai task {name} 12", $"alai task {name} --label later --product bento"],
        };
        if (hasReason)
        {
            verb.Add(text);
            verb.Add(reason);
        }

        return ManyVerb.On(verb, world, (_, parse) => new VerbWords { Text = !hasReason ? "" : parse.GetValue(reason) ?? parse.Joined(text) });
    }

    private static Verb Done(CliWorld world)
    {
        var id = Given.Id();
        var outcome = Given.Text("OUTCOME", "What came of it, in one line.", required: true);
        var force = Given.Flag("--force", "Although the proof is missing; counted and shown.");
        return new Verb("done", "Say that a person has finished it.")
        {
            Details = "Refused while a stage of it runs and while a result of it waits for a yes to land; --force overrides that and is kept in the history.",
            Examples = ["alai task done 12 \"signed and sent\""],
            Arguments = { id, outcome },
            Options = { force },
        }.Does(world, (context, parse, cancellationToken) => DoAsync(
            context,
            (parse.GetValue(id), "done"),
            new VerbWords { Text = parse.Joined(outcome), Force = parse.GetValue(force) },
            cancellationToken));
    }

    private static Verb Assign(CliWorld world)
    {
        var who = new Argument<string?>("WHO") { Description = "A person who is known, 'me', human:NAME for somebody new, or 'factory' to give it back; you when left out.", Arity = ArgumentArity.ZeroOrOne };
        var to = Given.Word("--to", "NAME", "The same, for use with a filter.");
        var factory = Given.Flag("--factory", "Give it back to the factory.");
        var verb = new Verb("assign", "Give it to a person, or back to the factory.")
        {
            Details = ForMany,
            Examples = ["alai task assign 12 anna", "alai task assign 12 human:ben", "alai task assign 12 factory", "alai task assign --label legal --to anna"],
            Arguments = { who },
            Options = { to, factory },
        };
        return ManyVerb.On(verb, world, (context, parse) => new VerbWords
        {
            Assignee = parse.GetValue(factory) ? null : Person(context, parse.GetValue(to) ?? parse.GetValue(who) ?? "me"),
        });
    }

    private static Verb Retry(CliWorld world)
    {
        var tier = Given.Tier();
        var verb = new Verb("retry", "Let the factory try again with fresh attempts.")
        {
            Details = ForMany,
            Examples = ["alai task retry 12", "alai task retry 12 --tier 2", "alai task retry --hold config"],
            Options = { tier },
        };
        return ManyVerb.On(verb, world, (_, parse) => new VerbWords { Tier = parse.GetValue(tier) });
    }

    private static Verb Label(CliWorld world)
    {
        var add = Given.Several("--add", "WORD", "A label it shall bear; may be repeated.");
        var remove = Given.Several("--remove", "WORD", "A label it shall not bear; may be repeated.");
        var verb = new Verb("label", "Add labels and take labels away.")
        {
            Details = "The safety rules read labels like any other word of a task. To replace them all: alai task edit ID --label WORD. " + ForMany,
            Examples = ["alai task label 12 --add shop --remove later", "alai task label --product bento --add shop"],
            Options = { add, remove },
        };
        verb.Validators.Add(result =>
        {
            if (result.GetResult(add) is null && result.GetResult(remove) is null)
                result.AddError("No label was given; expected --add WORD, --remove WORD, or both.");
        });
        return ManyVerb.On(verb, world, (_, parse) => new VerbWords { Add = parse.GetValue(add) ?? [], Remove = parse.GetValue(remove) ?? [] });
    }

    private static string? Person(CliContext context, string who) => who switch
    {
        "factory" => null,
        "me" => context.Actor,
        _ => who,
    };

    private static Task<int> DoAsync(CliContext context, (long Id, string Verb) what, VerbWords words, CancellationToken cancellationToken) =>
        context.AskAsync((client, stop) => client.Tasks.DoAsync(what.Id, what.Verb, words, stop), SaidPage.Write, cancellationToken);

    private sealed record TextRule(string Name, string Description, bool Required);
}
