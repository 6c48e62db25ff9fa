namespace Alai.Yaml;

/// <summary>One key of a map and its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Line">The line of the key, from 1.</param>
/// <param name="Value">The value.</param>
public sealed record YamlEntry(string Key, int Line, YamlNode Value);
