using System.Text.RegularExpressions;
using Alai.Tasks;

namespace Alai.Prompting;

/// <summary>Fills <c>{{name}}</c>; a name nobody defined is an error, not an empty place.</summary>
public static partial class PromptTemplate
{
    /// <summary>Fills a template once; values are not templates themselves.</summary>
    /// <exception cref="FactoryException">A name is not defined; says which are.</exception>
    public static string Fill(string template, IReadOnlyDictionary<string, string> values) =>
        Place().Replace(template, place => values.TryGetValue(place.Groups["name"].Value, out var value)
            ? value
            : throw new FactoryException(
                $"Expected a defined name in the template; found '{{{{{place.Groups["name"].Value}}}}}'.",
                $"Use one of: {string.Join(", ", values.Keys.Order(StringComparer.Ordinal))}."));

    [GeneratedRegex(@"\{\{\s*(?<name>[A-Za-z0-9_.-]*)\s*\}\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Place();
}
