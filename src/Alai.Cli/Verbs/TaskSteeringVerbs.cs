using System.CommandLine;
using Alai.Cli.Pages;
using Alai.Client;
using Alai.Client.Requests;

namespace Alai.Cli.Verbs;

/// <summary><c>task start|done|pause|resume|block|assign|cancel|reopen|retry|comment</c>.</summary>
internal static class TaskSteeringVerbs
{
    public static IEnumerable<Verb> Build(CliWorld world) =>
    [
        Simple(world, "start", "Work on it yourself: it is yours and the factory leaves it alone.", null),
        Done(world),
        Simple(world, "pause", "Hold it and stop its run.", new TextRule("REASON", "Why.", Required: false)),
        Simple(world, "resume", "Lift a pause or a block.", null),
        Simple(world, "block", "Hold it and say what blocks it.", new TextRule("REASON", "What blocks it.", Required: true)),
        Assign(world),
        Simple(world, "cancel", "Give it up, with all its stages.", new TextRule("REASON", "Why.", Required: false)),
        Simple(world, "reopen", "Open a finished or cancelled task again.", new TextRule("REASON", "Why.", Required: false)),
        Retry(world),
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

    private static Verb Done(CliWorld world)
    {
        var id = Given.Id();
        var outcome = Given.Text("OUTCOME", "What came of it, in one line.", required: true);
        var force = Given.Flag("--force", "Although the proof is missing; counted and shown.");
        return new Verb("done", "Say that a person has finished it.")
        {
            Details = "Refused while the factory's own work on it is unproved; --force overrides that and is kept in the history.",
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
        var id = Given.Id();
        var who = new Argument<string>("WHO") { Description = "A person's name, 'me', or 'factory' to give it back.", DefaultValueFactory = _ => "me" };
        var factory = Given.Flag("--factory", "Give it back to the factory.");
        return new Verb("assign", "Give it to a person, or back to the factory.")
        {
            Examples = ["alai task assign 12 anna", "alai task assign 12 factory"],
            Arguments = { id, who },
            Options = { factory },
        }.Does(world, (context, parse, cancellationToken) => DoAsync(
            context,
            (parse.GetValue(id), "assign"),
            new VerbWords { Assignee = parse.GetValue(factory) ? null : Person(context, parse.GetRequiredValue(who)) },
            cancellationToken));
    }

    private static Verb Retry(CliWorld world)
    {
        var id = Given.Id();
        var tier = new Option<int?>("--tier") { HelpName = "1-5", Description = "The tier to start at; the router's choice when left out." };
        tier.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value is not ("1" or "2" or "3" or "4" or "5")))
                result.AddError($"'{token.Value}' is no tier; expected 1 to 5.");
        });
        return new Verb("retry", "Let the factory try again with fresh attempts.")
        {
            Examples = ["alai task retry 12", "alai task retry 12 --tier 2"],
            Arguments = { id },
            Options = { tier },
        }.Does(world, (context, parse, cancellationToken) =>
            DoAsync(context, (parse.GetValue(id), "retry"), new VerbWords { Tier = parse.GetValue(tier) }, cancellationToken));
    }

    private static string? Person(CliContext context, string who) => who switch
    {
        "factory" => null,
        "me" => context.Actor,
        _ => Actor.Human(who),
    };

    private static Task<int> DoAsync(CliContext context, (long Id, string Verb) what, VerbWords words, CancellationToken cancellationToken) =>
        context.AskAsync((client, stop) => client.Tasks.DoAsync(what.Id, what.Verb, words, stop), SaidPage.Write, cancellationToken);

    private sealed record TextRule(string Name, string Description, bool Required);
}
