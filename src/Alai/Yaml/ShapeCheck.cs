using System.Globalization;

namespace Alai.Yaml;

/// <summary>Holds a tree of nodes against a shape; every difference is a problem with its place.</summary>
internal static class ShapeCheck
{
    public static void Map(YamlMap map, ShapeNode shape, string where, ICollection<ConfigProblem> problems)
    {
        foreach (var entry in map.Entries)
        {
            if (shape.Find(entry.Key) is not { } child || !NameFits(entry.Key, child))
                problems.Add(new ConfigProblem(map.File, entry.Line, UnknownKey(entry.Key, shape, where)));
            else
                Value(entry.Value, child, where.Length == 0 ? entry.Key : $"{where}.{entry.Key}", problems);
        }

        foreach (var (name, child) in shape.Children)
        {
            if (child.Key.Required && !map.Has(name))
                problems.Add(map.Problem($"expected the key '{name}'{In(where)} ({child.Key.Meaning.TrimEnd('.')}); it is missing"));
        }
    }

    private static bool NameFits(string name, ShapeNode child) =>
        child.Key.Name != "*" || child.Key.Words.Count == 0 || child.Key.Words.Contains(name);

    private static string UnknownKey(string key, ShapeNode shape, string where)
    {
        var shown = key.Length <= 60 ? key : key[..60] + "...";
        string[] known = [.. shape.Children.Keys, .. shape.Any?.Key.Words ?? []];
        return $"unknown key '{shown}'{In(where)}{Suggest.Phrase(key, known)}";
    }

    private static void Value(YamlNode node, ShapeNode shape, string where, ICollection<ConfigProblem> problems)
    {
        if (node is YamlScalar { IsNull: true })
            return;
        switch (shape.Key.Kind, node)
        {
            case (YamlKind.Map, YamlMap map):
                Map(map, shape, where, problems);
                break;
            case (YamlKind.Maps, YamlList list):
                Items(list, shape, where, problems);
                break;
            case (YamlKind.Texts, YamlList list):
                foreach (var item in list.Items)
                    Scalar(item, shape, where, problems);
                break;
            case (YamlKind.Map or YamlKind.Maps or YamlKind.Texts, _):
                problems.Add(node.Problem($"expected {Expected(shape.Key)} for '{where}'; found {node.Described}"));
                break;
            default:
                Scalar(node, shape, where, problems);
                break;
        }
    }

    private static void Items(YamlList list, ShapeNode shape, string where, ICollection<ConfigProblem> problems)
    {
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (list.Items[i] is YamlMap map)
                Map(map, shape, $"{where}[{i + 1}]", problems);
            else
                problems.Add(list.Items[i].Problem(
                    $"expected a map of keys for item {i + 1} of '{where}'; found {list.Items[i].Described}"));
        }
    }

    private static void Scalar(YamlNode node, ShapeNode shape, string where, ICollection<ConfigProblem> problems)
    {
        var key = shape.Key;
        var scalar = node as YamlScalar;
        var fits = scalar is { IsNull: false } && key.Kind switch
        {
            YamlKind.Whole => scalar.AsWhole() is { } whole && InRange(whole, key),
            YamlKind.Number => scalar.AsNumber() is { } number && InRange(number, key),
            YamlKind.Flag => scalar.AsFlag() is not null,
            _ => key.Words.Count == 0 || key.Words.Contains(scalar.Value),
        };
        if (fits)
            return;
        var hint = scalar is not null && key.Words.Count > 0 && Suggest.Nearest(scalar.Value, key.Words) is { } near
            ? $"; did you mean '{near}'?"
            : "";
        var item = key.Kind == YamlKind.Texts ? "each item of " : "";
        problems.Add(node.Problem($"expected {ExpectedItem(key)} for {item}'{where}'; found {node.Described}{hint}"));
    }

    private static bool InRange(decimal number, YamlKey key) =>
        number >= (key.Minimum ?? int.MinValue) && number <= (key.Maximum ?? int.MaxValue);

    private static string Expected(YamlKey key) => key.Kind switch
    {
        YamlKind.Map => "a map of keys",
        YamlKind.Maps => "a list of maps",
        YamlKind.Texts => "a list, for example [a, b],",
        _ => ExpectedItem(key),
    };

    private static string ExpectedItem(YamlKey key) => key.Kind switch
    {
        YamlKind.Whole => "a whole number" + Range(key),
        YamlKind.Number => "a number" + Range(key),
        YamlKind.Flag => "true or false",
        _ => key.Words.Count == 0 ? "a text" : "one of " + string.Join(", ", key.Words),
    };

    private static string Range(YamlKey key) => (key.Minimum, key.Maximum) switch
    {
        ({ } low, { } high) => $" from {Plain(low)} to {Plain(high)}",
        ({ } low, null) => $" of at least {Plain(low)}",
        (null, { } high) => $" of at most {Plain(high)}",
        _ => "",
    };

    private static string Plain(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string In(string where) => where.Length == 0 ? "" : $" in {where}";
}
