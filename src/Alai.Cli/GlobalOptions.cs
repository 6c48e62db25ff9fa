using System.CommandLine;

namespace Alai.Cli;

/// <summary>The options every verb knows.</summary>
internal sealed class GlobalOptions
{
    public Option<string?> Home { get; } = new("--home")
    {
        HelpName = "FOLDER",
        Description = "The factory's home; else ALAI_HOME, else ~/.alai.",
        Recursive = true,
    };

    public Option<bool> Json { get; } = new("--json") { Description = "Answer as JSON.", Recursive = true };

    public Option<string?> As { get; } = new("--as")
    {
        HelpName = "NAME",
        Description = "Act as this person instead of the account's name.",
        Recursive = true,
    };

    public Option<bool> NoColor { get; } = new("--no-color") { Description = "No colours; NO_COLOR does the same.", Recursive = true };

    public IEnumerable<Option> All => [Home, Json, As, NoColor];
}
