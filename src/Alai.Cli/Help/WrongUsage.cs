using System.CommandLine;
using System.CommandLine.Parsing;
using Alai.Client;

namespace Alai.Cli.Help;

/// <summary>Words that make no sense: what was expected, what was found, what was probably meant.</summary>
internal static class WrongUsage
{
    /// <summary>Whether the words make no sense as a whole.</summary>
    public static bool IsIn(ParseResult parse) => parse.Errors.Count > 0 || parse.Action is null || StrayOption(parse) is not null;

    public static int Tell(CliWorld world, ParseResult parse)
    {
        var problem = StrayOption(parse) is { } stray ? UnknownOption(parse.CommandResult.Command, stray) : Find(parse);
        var json = parse.GetValue(world.Globals.Json);
        if (json)
            world.Error.WriteLine(JsonText.Indent(System.Text.Json.JsonSerializer.Serialize(problem, WireJson.Default.Problem)));
        else
            ProblemText.Write(world.Error, problem);
        return ExitCode.WrongUsage;
    }

    public static Problem UnknownVerb(Command command, string word)
    {
        var known = command.Subcommands.Select(child => child.Name).ToList();
        return new Problem(
            $"'{Usage.Path(command)}' has no verb '{word}'.",
            "one of: " + string.Join(", ", known),
            word,
            NearestWord.Of(word, known) is { } near ? $"Did you mean '{Usage.Path(command)} {near}'?" : $"{Usage.Path(command)} --help");
    }

    private static Problem Find(ParseResult parse)
    {
        var command = parse.CommandResult.Command;
        var help = Usage.Path(command) + " --help";
        if (parse.UnmatchedTokens is [{ } word, ..])
            return word.StartsWith('-') ? UnknownOption(command, word) : command.Subcommands.Count > 0 ? UnknownVerb(command, word) : TooMuch(command, word);
        if (command.Action is null)
            return new Problem($"'{Usage.Path(command)}' needs a verb.", "one of: " + string.Join(", ", command.Subcommands.Select(child => child.Name)), Hint: help);
        return new Problem(string.Join(Environment.NewLine, parse.Errors.Select(Said).Distinct(StringComparer.Ordinal)), Usage.Line(command), Hint: help);
    }

    /// <summary>
    /// A mistyped option before "--", which the parser would take for a word of a title. A value right after an option is
    /// that option's own.
    /// </summary>
    private static string? StrayOption(ParseResult parse)
    {
        var before = parse.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).ToList();
        return before.Where((token, i) => token.Type == TokenType.Argument && LooksLikeOption(token.Value) && (i == 0 || before[i - 1].Type != TokenType.Option))
            .Select(token => token.Value)
            .FirstOrDefault();
    }

    private static bool LooksLikeOption(string word) =>
        word.Length > 1 && word[0] == '-' && char.IsAsciiLetter(word.TrimStart('-').FirstOrDefault()) && !word.Contains(' ', StringComparison.Ordinal);

    /// <summary>The library's sentence about a missing argument speaks of symbols; a person reads of words.</summary>
    private static string Said(ParseError error) => error.SymbolResult switch
    {
        ArgumentResult { Tokens.Count: 0 } missing => $"{missing.Argument.Name} is missing: {missing.Argument.Description}",
        OptionResult option when NamesAType(error) => NotOfItsKind(option),
        ArgumentResult { Parent: OptionResult option } when NamesAType(error) => NotOfItsKind(option),
        _ => error.Message,
    };

    // Where a value does not convert, the library names the type of this program it did not become.
    private static bool NamesAType(ParseError error) => error.Message.Contains("System.", StringComparison.Ordinal);

    private static string NotOfItsKind(OptionResult option)
    {
        var word = option.Tokens.Count > 0 ? option.Tokens[0].Value : "";
        var type = Nullable.GetUnderlyingType(option.Option.ValueType) ?? option.Option.ValueType;
        return type == typeof(bool)
            ? $"{option.Option.Name}: '{word}' is neither true nor false."
            : $"{option.Option.Name}: '{word}' is no whole number, or too large; expected one such as 20.";
    }

    private static Problem UnknownOption(Command command, string word)
    {
        var known = Chain(command).SelectMany(one => one.Options).SelectMany(option => option.Aliases.Append(option.Name)).Distinct(StringComparer.Ordinal).ToList();
        var bare = word.Split('=')[0];
        return new Problem(
            $"'{Usage.Path(command)}' has no option '{bare}'.",
            Found: word,
            Hint: NearestWord.Of(bare, known) is { } near ? $"Did you mean '{near}'?" : Usage.Path(command) + " --help");
    }

    private static Problem TooMuch(Command command, string word) =>
        new($"'{Usage.Path(command)}' does not know what to do with '{word}'.", Usage.Line(command), word, Usage.Path(command) + " --help");

    private static IEnumerable<Command> Chain(Command command)
    {
        for (Command? one = command; one is not null; one = one.Parents.OfType<Command>().FirstOrDefault())
            yield return one;
    }
}
