using System.CommandLine;
using System.CommandLine.Completions;

namespace Alai.Cli.Completion;

/// <summary>What may follow the words typed so far: verbs and options from the tree itself, so no script grows old.</summary>
internal sealed class WordsAhead
{
    private static readonly string[] Switches = ["true", "false"];
    private readonly Command command;
    private readonly Option? open;
    private readonly int arguments;
    private readonly bool afterDashes;

    /// <param name="root">The verb tree.</param>
    /// <param name="words">The words after <c>alai</c>; the last one is being typed and may be empty.</param>
    public WordsAhead(RootCommand root, IReadOnlyList<string> words)
    {
        Prefix = words.Count > 0 ? words[^1] : "";
        command = root;
        foreach (var word in words.SkipLast(1))
        {
            if (open is not null)
                open = null;
            else if (afterDashes)
                arguments++;
            else if (word == "--")
                afterDashes = true;
            else if (OptionOf(word) is { } option)
                open = TakesValue(option) && !word.Contains('=', StringComparison.Ordinal) ? option : null;
            else if (arguments == 0 && command.Subcommands.FirstOrDefault(verb => verb.Name == word) is { } verb)
                command = verb;
            else
                arguments++;
        }
    }

    /// <summary>The beginning of the word being typed.</summary>
    public string Prefix { get; }

    /// <summary>What only the factory knows and belongs here, or null: <c>ID</c>, <c>product</c>, <c>company</c>.</summary>
    public string? Asks => open is { } option
        ? Known(option.Name, option.HelpName)
        : Argument is { } argument ? Known(argument.Name == "NAME" ? "--" + command.Parents.FirstOrDefault()?.Name : argument.Name, null) : null;

    /// <summary>What the tree knows.</summary>
    public IEnumerable<Candidate> Candidates() => Fixed().Where(word => word.Word.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase));

    private Argument? Argument => command.Arguments.Count == 0 || Prefix.StartsWith('-') ? null : command.Arguments[Math.Min(arguments, command.Arguments.Count - 1)];

    private IEnumerable<Candidate> Fixed()
    {
        if (open is not null)
            return Values(open);
        var words = Prefix.StartsWith('-') && !afterDashes
            ? Chain(command).SelectMany(one => one.Options).DistinctBy(option => option.Name).Select(option => new Candidate(option.Name, option.Description ?? ""))
            : command.Subcommands.Where(verb => arguments == 0 && !verb.Hidden).Select(verb => new Candidate(verb.Name, verb.Description ?? ""));
        return Argument is { } argument ? words.Concat(argument.GetCompletions(CompletionContext.Empty).Select(item => new Candidate(item.Label))) : words;
    }

    private static IEnumerable<Candidate> Values(Option option) => option.ValueType == typeof(bool?)
        ? Switches.Select(word => new Candidate(word))
        : option.GetCompletions(CompletionContext.Empty).Select(item => new Candidate(item.Label));

    private static string? Known(string name, string? helpName) => (name, helpName) switch
    {
        (_, "ID") or ("ID", _) => "ID",
        ("--product" or "--where-product", _) => "product",
        ("--company", _) => "company",
        _ => null,
    };

    private Option? OptionOf(string word) => word.StartsWith('-')
        ? Chain(command).SelectMany(one => one.Options).FirstOrDefault(option => option.Name == word.Split('=')[0] || option.Aliases.Contains(word))
        : null;

    private static bool TakesValue(Option option) => option.ValueType != typeof(bool) && option is not VersionOption;

    private static IEnumerable<Command> Chain(Command command)
    {
        for (Command? one = command; one is not null; one = one.Parents.OfType<Command>().FirstOrDefault())
            yield return one;
    }
}
