using System.CommandLine;

namespace Alai.Cli.Help;

/// <summary>Whether help was asked for: by flag, or by naming nothing to do.</summary>
internal static class HelpRequest
{
    public static bool IsIn(ParseResult parse)
    {
        if (parse.CommandResult.Command is RootCommand && parse.Tokens.Count == 0)
            return true;

        // After "--" a word is a word.
        return parse.UnmatchedTokens.Concat(parse.Tokens.TakeWhile(token => token.Type != System.CommandLine.Parsing.TokenType.DoubleDash).Select(token => token.Value))
            .Any(word => word is "--help" or "-h" or "-?");
    }
}
