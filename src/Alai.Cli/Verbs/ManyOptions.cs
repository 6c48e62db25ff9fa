using System.CommandLine;
using Alai.Client;

namespace Alai.Cli.Verbs;

/// <summary>The options that choose many tasks for one verb.</summary>
internal sealed class ManyOptions
{
    private static readonly string[] States = ["open", "held", "done", "cancelled"];

    private readonly Option<string?> state = Given.OneOf("--state", "All tasks in this state; open and held ones when left out.", States);
    private readonly Option<string?> label = Given.Word("--label", "WORD", "All tasks with this label.");
    private readonly Option<string?> product = Given.Word("--product", "NAME", "All tasks of this product.");
    private readonly Option<string?> owner = Given.Word("--owner", "NAME", "All tasks somebody owns or works on.");
    private readonly Option<string?> hold = Given.Word("--hold", "CODE", "All tasks held for this reason.");
    private readonly Option<string?> text = Given.Word("--text", "WORDS", "All tasks with these words in title or body.");
    private readonly Option<bool> late = Given.Flag("--late", "All tasks that are late.");
    private readonly Option<bool> dry = Given.Flag("--dry-run", "Only show which tasks would be meant.");
    private readonly Option<bool> yes = Given.Flag("--yes", "Do it although it is more than ten.");

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
