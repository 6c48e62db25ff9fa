using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Alai.Cli.Verbs;

/// <summary>Arguments and options that several verbs share.</summary>
internal static class Given
{
    public static string[] Priorities { get; } = ["blocker", "high", "medium", "low"];

    /// <summary>A task number, as <c>12</c> or <c>#12</c>.</summary>
    public static Argument<long> Id() => new("ID")
    {
        Description = "The task's number, as 12 or #12.",
        CustomParser = result => ReadId(result, result.Tokens[0].Value) ?? 0,
    };

    /// <summary>A task number that may be left out where a filter chooses tasks.</summary>
    public static Argument<long?> IdOrMany() => new("ID")
    {
        Description = "The task's number, as 12 or #12; left out with a filter.",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = result => result.Tokens.Count == 0 ? null : ReadId(result, result.Tokens[0].Value),
    };

    /// <summary>Words that may be left out.</summary>
    public static Argument<string[]> Text(string name, string description, bool required = false) => new(name)
    {
        Description = description,
        Arity = required ? ArgumentArity.OneOrMore : ArgumentArity.ZeroOrMore,
    };

    public static Option<string?> Word(string name, string helpName, string description, params string[] aliases) => new(name, aliases)
    {
        HelpName = helpName,
        Description = description,
    };

    public static Option<string[]> Several(string name, string helpName, string description, params string[] aliases) => new(name, aliases)
    {
        HelpName = helpName,
        Description = description,
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<bool> Flag(string name, string description, params string[] aliases) => new(name, aliases) { Description = description };

    public static Option<string?> Priority() => OneOf("--priority", "Blocker, high, medium or low; medium when left out.", Priorities, "-p");

    /// <summary>How many, within bounds.</summary>
    /// <param name="name">The long name, beside <c>-n</c>.</param>
    /// <param name="description">What of; the bounds and the fallback belong into it.</param>
    /// <param name="fallback">When left out.</param>
    /// <param name="most">The largest; the smallest is 1.</param>
    public static Option<int> Count(string name, string description, int fallback, int most)
    {
        var option = new Option<int>(name, "-n") { HelpName = "NUMBER", Description = description, DefaultValueFactory = _ => fallback };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => int.TryParse(token.Value, CultureInfo.InvariantCulture, out var number) && (number < 1 || number > most)))
                result.AddError($"{name}: expected a number from 1 to {most.ToString(CultureInfo.InvariantCulture)}; found '{token.Value}'.");
        });
        return option;
    }

    /// <summary>The tier to start at.</summary>
    public static Option<int?> Tier()
    {
        var option = new Option<int?>("--tier") { HelpName = "NUMBER", Description = "The tier to start at, 1 to 5; the router chooses when left out." };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value is not ("1" or "2" or "3" or "4" or "5")))
                result.AddError($"'{token.Value}' is no tier; expected 1 to 5.");
        });
        return option;
    }

    /// <summary>One of a closed set; a wrong word gets "did you mean".</summary>
    public static Option<string?> OneOf(string name, string description, string[] words, params string[] aliases)
    {
        var option = Word(name, "WORD", description, aliases);
        option.CompletionSources.Add(words);
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !words.Contains(token.Value, StringComparer.Ordinal)))
                result.AddError(Unknown(name, token.Value, words));
        });
        return option;
    }

    /// <summary>The words joined to one text.</summary>
    public static string Joined(this ParseResult parse, Argument<string[]> argument) => string.Join(' ', parse.GetValue(argument) ?? []);

    /// <summary>A task number, or null after adding an error.</summary>
    public static long? ReadId(SymbolResult result, string text)
    {
        if (long.TryParse(text.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0)
            return id;
        result.AddError($"'{text}' is no task number; expected a positive number such as 12 or #12.");
        return null;
    }

    public static string Unknown(string what, string word, IReadOnlyList<string> known) =>
        $"{what}: unknown word '{word}'; expected one of: {string.Join(", ", known)}."
        + (Client.NearestWord.Of(word, known) is { } near ? $" Did you mean '{near}'?" : "");
}
