using System.Globalization;
using System.Text;

namespace Alai.Yaml;

/// <summary>Writes a shape as a Markdown table for people.</summary>
public static class ReferencePage
{
    /// <summary>The table, ending with a line feed.</summary>
    /// <param name="shape">The shape.</param>
    public static string Table(YamlShape shape)
    {
        var text = new StringBuilder("| key | holds | default | meaning |\n|---|---|---|---|\n");
        foreach (var key in shape.Keys)
        {
            var fallback = key.Required ? "must be given" : key.Default.Length == 0 ? "" : key.Default;
            text.Append(CultureInfo.InvariantCulture, $"| `{key.Path}` | {Holds(key)} | {Cell(fallback)} | {Cell(key.Meaning)} |\n");
        }

        return text.ToString();
    }

    private static string Holds(YamlKey key) => key.Kind switch
    {
        YamlKind.Map => "keys",
        YamlKind.Maps => "list of keys",
        YamlKind.Texts => "list" + Words(key),
        YamlKind.Whole => "whole number" + Range(key),
        YamlKind.Number => "number" + Range(key),
        YamlKind.Flag => "true, false",
        _ => key.Words.Count == 0 ? "text" : string.Join(", ", key.Words),
    };

    private static string Words(YamlKey key) => key.Words.Count == 0 ? "" : " of " + string.Join(", ", key.Words);

    private static string Range(YamlKey key) => key is { Minimum: { } low, Maximum: { } high }
        ? string.Create(CultureInfo.InvariantCulture, $" {low} to {high}")
        : "";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
