namespace Alai.Yaml;

/// <summary>A key of a shape with the keys below it.</summary>
internal sealed class ShapeNode(YamlKey key)
{
    private readonly Dictionary<string, ShapeNode> _children = new(StringComparer.Ordinal);

    public YamlKey Key { get; } = key;

    /// <summary>The shape of values under keys of the person's choice, or null when keys are fixed.</summary>
    public ShapeNode? Any { get; private set; }

    public IReadOnlyDictionary<string, ShapeNode> Children => _children;

    public ShapeNode? Find(string name) => _children.GetValueOrDefault(name) ?? Any;

    public void Add(YamlKey key)
    {
        var parts = key.Path.Split('.');
        var node = this;
        foreach (var part in parts[..^1])
            node = (part == "*" ? node.Any : node._children.GetValueOrDefault(part))
                ?? throw new ArgumentException($"'{key.Path}' comes before the map that holds it", nameof(key));
        if (parts[^1] == "*")
            node.Any = new ShapeNode(key);
        else
            node._children.Add(parts[^1], new ShapeNode(key));
    }
}
