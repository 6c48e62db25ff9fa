using Alai.Tasks;

namespace Alai.Yaml;

/// <summary>
/// Keys and values in the order of the file. The readers below are forgiving (absent, nothing and wrong type all give
/// null) because <see cref="YamlShape"/> has reported every wrong one before.
/// </summary>
public sealed class YamlMap : YamlNode
{
    private readonly Dictionary<string, YamlEntry> _entries;

    internal YamlMap(string file, int line, IReadOnlyList<YamlEntry> entries)
        : base(file, line)
    {
        Entries = entries;
        _entries = entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
    }

    /// <summary>The entries in the order of the file.</summary>
    public IReadOnlyList<YamlEntry> Entries { get; }

    /// <inheritdoc/>
    public override string Described => "a map of keys";

    /// <summary>Whether the key is there with a value.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>The value of a key; null when it is absent or nothing.</summary>
    public YamlNode? Find(string key) =>
        _entries.TryGetValue(key, out var entry) && entry.Value is not YamlScalar { IsNull: true } ? entry.Value : null;

    /// <summary>The line of a key, or of the map when the key is absent.</summary>
    public int LineOf(string key) => _entries.TryGetValue(key, out var entry) ? entry.Line : Line;

    /// <summary>A problem at a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="text">What was expected and found.</param>
    public ConfigProblem ProblemAt(string key, string text) => new(File, LineOf(key), text);

    /// <summary>A text.</summary>
    public string? Text(string key) => (Find(key) as YamlScalar)?.Value;

    /// <summary>A whole number.</summary>
    public int? Whole(string key) =>
        (Find(key) as YamlScalar)?.AsWhole() is { } n and >= int.MinValue and <= int.MaxValue ? (int)n : null;

    /// <summary>A number.</summary>
    public decimal? Number(string key) => (Find(key) as YamlScalar)?.AsNumber();

    /// <summary>True or false.</summary>
    public bool? Flag(string key) => (Find(key) as YamlScalar)?.AsFlag();

    /// <summary>A word of an enum, as <see cref="SnakeWord{T}"/> spells it.</summary>
    public T? Word<T>(string key)
        where T : struct, Enum => SnakeWord<T>.TryParse(Text(key), out var value) ? value : null;

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string>? Texts(string key) => (Find(key) as YamlList)?.Items is { } items
        ? [.. items.OfType<YamlScalar>().Select(item => item.Value)]
        : null;

    /// <summary>A map.</summary>
    public YamlMap? Map(string key) => Find(key) as YamlMap;

    /// <summary>A list of maps; empty when absent.</summary>
    public IReadOnlyList<YamlMap> Maps(string key) =>
        (Find(key) as YamlList)?.Items is { } items ? [.. items.OfType<YamlMap>()] : [];

    /// <summary>A map of maps under keys of the person's choice; empty when absent.</summary>
    public IReadOnlyList<(string Name, YamlMap Map)> NamedMaps(string key) => Find(key) is YamlMap map
        ? [.. map.Entries.Where(entry => entry.Value is YamlMap).Select(entry => (entry.Key, (YamlMap)entry.Value))]
        : [];
}
