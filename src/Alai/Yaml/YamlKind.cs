namespace Alai.Yaml;

/// <summary>What a key of a YAML file may hold.</summary>
public enum YamlKind
{
    /// <summary>Any single value, read as text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>One word of a closed set.</summary>
    Word,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>Keys and values.</summary>
    Map,

    /// <summary>A list of maps.</summary>
    Maps,
}
