using System.CommandLine;
using Alai.Client;

namespace Alai.Cli.Verbs;

/// <summary>The options that choose many tasks for one verb.</summary>
/// <param name="before">What stands before each filter's name, for a verb whose own options bear the same names.</param>
internal sealed class ManyOptions(string before = "")
{
    private static readonly string[] States = ["open", "held", "done", "cancelled"];

    private readonly Option<string?> state = Given.OneOf($"--{before}state", "All tasks in this state; open and held ones when left out.", States);
    private readonly Option<string?> label = Given.Word($"--{before}label", "WORD", "All tasks with this label.");
    private readonly Option<string?> product = Given.Word($"--{before}product", "NAME", "All tasks of this product.");
    private readonly Option<string?> owner = Given.Word($"--{before}owner", "NAME", "All tasks somebody owns or works on.");
    private readonly Option<string?> hold = Given.Word($"--{before}hold", "CODE", "All tasks held for this reason.");
    private readonly Option<string?> text = Given.Word($"--{before}text", "WORDS", "All tasks whose title or text contains this, upper or lower case alike: 'kid' is in 'BankID' too. Whole words: alai task search.");
    private readonly Option<bool> late = Given.Flag($"--{before}late", "All tasks that are late.");
    private readonly Option<bool> dry = Given.Flag("--dry-run", "Only show which tasks would be meant.");
    private readonly Option<bool> yes = Given.Flag("--yes", "Do it although it is more than ten.");

    /// <summary>What to say to a dry run of one task: it would have been done.</summary>
    public static Problem DryOne { get; } = new("--dry-run shows which tasks a filter chooses; a task was named.", "one of the two");

    /// <summary>Gives a verb these options.</summary>
    public Verb On(Verb verb)
    {
        foreach (var option in new Option[] { state, label, product, owner, hold, text, late, dry, yes })
            verb.Add(option);
        return verb;
    }

    /// <summary>Which tasks are meant, or null when one is named instead.</summary>
    public TaskQuery? Read(ParseResult parse)
    {
        var one = parse.GetValue(state);
        var query = new TaskQuery
        {
            Product = parse.GetValue(product),
            Label = parse.GetValue(label),
            Owner = parse.GetValue(owner),
            Hold = parse.GetValue(hold),
            Text = parse.GetValue(text),
            Late = parse.GetValue(late),
            Limit = 500,
        };
        return query == new TaskQuery { Limit = 500 } && one is null ? null : query with { States = one is null ? ["open", "held"] : [one] };
    }

    public bool IsDry(ParseResult parse) => parse.GetValue(dry);

    public bool IsSure(ParseResult parse) => parse.GetValue(yes);
}
