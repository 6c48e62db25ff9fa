using System.CommandLine;
using System.CommandLine.Parsing;

namespace Alai.Cli.Help;

/// <summary>Whether the version was asked for, with or without the options every verb knows.</summary>
internal static class VersionRequest
{
    public static bool IsIn(ParseResult parse) =>
        parse.CommandResult.Command is RootCommand
        && parse.UnmatchedTokens.Count == 0
        && parse.Tokens.Any(token => token.Type == TokenType.Option && token.Value == "--version");
}
