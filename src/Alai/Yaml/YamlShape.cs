namespace Alai.Yaml;

/// <summary>
/// What a kind of file may hold, as data. One table drives the strict check, the editor's schema and the reference page,
/// so the three cannot drift apart.
/// </summary>
public sealed class YamlShape
{
    private readonly ShapeNode _root = new(new YamlKey("", YamlKind.Map, ""));

    /// <summary>Makes a shape.</summary>
    /// <param name="name">What such a file is called, for example <c>alai.yaml</c> or <c>a product</c>.</param>
    /// <param name="keys">Its keys; a map comes before its keys.</param>
    public YamlShape(string name, IReadOnlyList<YamlKey> keys)
    {
        Name = name;
        Keys = keys;
        foreach (var key in keys)
            _root.Add(key);
    }

    /// <summary>What such a file is called.</summary>
    public string Name { get; }

    /// <summary>Its keys in reading order.</summary>
    public IReadOnlyList<YamlKey> Keys { get; }

    internal ShapeNode Root => _root;

    /// <summary>Checks a whole document and collects every problem, those of reading included.</summary>
    /// <param name="document">The document.</param>
    /// <param name="problems">Receives the problems.</param>
    /// <returns>The root map; an empty one for an empty file; null when the file could not be read or is no map.</returns>
    public YamlMap? Check(YamlDocument document, ICollection<ConfigProblem> problems)
    {
        foreach (var problem in document.Problems)
            problems.Add(problem);
        if (document.Root is not null and not YamlMap)
            problems.Add(document.Root.Problem($"expected {Name} to be a map of keys; found {document.Root.Described}"));
        if (document.Root is null && document.Problems.Count > 0)
            return null;
        var map = document.Root is null ? new YamlMap("", 1, []) : document.Root as YamlMap;
        if (map is not null)
            Check(map, problems);
        return map;
    }

    /// <summary>Checks a map that stands inside something else, for example the head of a Markdown page.</summary>
    /// <param name="map">The map.</param>
    /// <param name="problems">Receives the problems.</param>
    public void Check(YamlMap map, ICollection<ConfigProblem> problems) => ShapeCheck.Map(map, _root, "", problems);
}
