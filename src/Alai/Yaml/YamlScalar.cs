using System.Globalization;

namespace Alai.Yaml;

/// <summary>One value without parts: text, number, true or false, or nothing.</summary>
public sealed class YamlScalar : YamlNode
{
    internal YamlScalar(string file, int line, string value, bool isPlain)
        : base(file, line)
    {
        Value = value;
        IsPlain = isPlain;
    }

    /// <summary>The text as written, quotes removed.</summary>
    public string Value { get; }

    /// <summary>Whether it was written without quotes; only then can it be a number, a flag or nothing.</summary>
    public bool IsPlain { get; }

    /// <summary>Whether it is nothing: <c>null</c>, <c>~</c> or empty.</summary>
    public bool IsNull => IsPlain && Value is "" or "~" or "null" or "Null" or "NULL";

    /// <inheritdoc/>
    public override string Described => IsNull ? "nothing" : $"'{Shortened}'";

    private string Shortened => Value.Length <= 60 ? Value : Value[..60] + "...";

    /// <summary>The whole number, or null when it is none.</summary>
    public long? AsWhole() =>
        IsPlain && long.TryParse(Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary>The number, or null when it is none.</summary>
    public decimal? AsNumber() =>
        IsPlain && decimal.TryParse(
            Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n)
            ? n
            : null;

    /// <summary>True or false, or null when it is neither; <c>yes</c> and <c>on</c> are neither, as in YAML 1.2.</summary>
    public bool? AsFlag() => !IsPlain ? null : Value switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ => null,
    };
}
