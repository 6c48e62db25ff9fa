using System.Text.RegularExpressions;

namespace Alai.Cli.Drawing;

/// <summary>
/// Commands in what a person is advised to do. Whoever named a home gets it in each of them: copied as they stand they would
/// otherwise act on another factory.
/// </summary>
/// <param name="home">The home as the person gave it with <c>--home</c>; null when none was given.</param>
internal sealed partial class Advice(string? home)
{
    /// <summary>The text with the home in each command that names none.</summary>
    public string Of(string text) => home is null ? text : Command().Replace(text, _ => $"alai --home {Quoted(home)} ");

    // The product is written ALAI: in small letters it is the command.
    [GeneratedRegex("""(?<![\w./-])alai (?=[a-z])(?![^`']*--home )""", RegexOptions.CultureInvariant)]
    private static partial Regex Command();

    [GeneratedRegex("""^[\w/.~+,@%-]+$""", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    private static string Quoted(string folder) => Plain().IsMatch(folder) ? folder : $"\"{Special().Replace(folder, @"\$0")}\"";

    // What a shell reads inside double quotes.
    [GeneratedRegex("""["\\$`]""", RegexOptions.CultureInvariant)]
    private static partial Regex Special();
}
