using System.CommandLine;

namespace Alai.Cli;

/// <summary>The options every verb knows.</summary>
internal sealed class GlobalOptions
{
    public Option<string?> Home { get; } = HomeOption();

    public Option<bool> Json { get; } = new("--json") { Description = "Answer as JSON.", Recursive = true };

    public Option<string?> As { get; } = new("--as")
    {
        HelpName = "NAME",
        Description = "Act as this person instead of the account's name.",
        Recursive = true,
    };

    public Option<bool> NoColor { get; } = new("--no-color") { Description = "No colours; NO_COLOR does the same.", Recursive = true };

    public IEnumerable<Option> All => [Home, Json, As, NoColor];

    private static Option<string?> HomeOption()
    {
        var home = new Option<string?>("--home") { HelpName = "FOLDER", Description = "The factory's home; else ALAI_HOME, else ~/.alai.", Recursive = true };

        // From a variable that is not set: the person's own home is not meant.
        home.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
                result.AddError("--home: expected a folder; found nothing. Leave it out for ALAI_HOME or ~/.alai.");
        });
        return home;
    }
}
