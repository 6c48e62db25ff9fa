namespace Alai.Yaml;

/// <summary>Values in order.</summary>
public sealed class YamlList : YamlNode
{
    internal YamlList(string file, int line, IReadOnlyList<YamlNode> items)
        : base(file, line) => Items = items;

    /// <summary>The values.</summary>
    public IReadOnlyList<YamlNode> Items { get; }

    /// <inheritdoc/>
    public override string Described => "a list";
}
