using System.Text;
using Alai.Tasks;
using Alai.Yaml;

namespace Alai.Companies;

/// <summary>Fills <c>{{name}}</c> slots. A value is put in as it is and never filled again.</summary>
public static class Template
{
    /// <summary>Fills every slot.</summary>
    /// <param name="text">The text.</param>
    /// <param name="values">The value of each name.</param>
    /// <exception cref="FactoryException">A name has no value, or a slot is not closed.</exception>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values)
    {
        var filled = new StringBuilder(text.Length);
        foreach (var (literal, name) in Pieces(text))
        {
            filled.Append(literal);
            if (name is null)
                continue;
            filled.Append(values.TryGetValue(name, out var value)
                ? value
                : throw new FactoryException(
                    $"the template asks for '{name}', which has no value{Suggest.Phrase(name, [.. values.Keys])}",
                    "Correct the name between {{ and }} in the blueprint."));
        }

        return filled.ToString();
    }

    /// <summary>The names a text asks for, in order, each once.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FactoryException">A slot is not closed.</exception>
    public static IReadOnlyList<string> Names(string text) =>
        [.. Pieces(text).Select(piece => piece.Name).OfType<string>().Distinct()];

    private static IEnumerable<(string Literal, string? Name)> Pieces(string text)
    {
        var at = 0;
        while (text.IndexOf("{{", at, StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = text.IndexOf("}}", open, StringComparison.Ordinal);
            var name = close < 0 ? "" : text[(open + 2)..close].Trim();
            if (name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))
                throw new FactoryException($"a slot opens at character {open + 1} and holds no name", "Write {{name}}.");
            yield return (text[at..open], name);
            at = close + 2;
        }

        yield return (text[at..], null);
    }
}
