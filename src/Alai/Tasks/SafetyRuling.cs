namespace Alai.Tasks;

/// <summary>What the safety rules say of a text.</summary>
/// <param name="Holds">Whether the work must not start by itself.</param>
/// <param name="Rule">The name of the matching rule, or empty.</param>
/// <param name="Matched">The words of the text that matched, or empty.</param>
/// <param name="Where"><c>title</c>, <c>body</c>, <c>label</c> or empty.</param>
public sealed record SafetyRuling(bool Holds, string Rule = "", string Matched = "", string Where = "")
{
    /// <summary>Nothing matched.</summary>
    public static SafetyRuling Clear { get; } = new(false);

    /// <summary>One sentence for people.</summary>
    public string Sentence => Holds
        ? $"safety rule '{Rule}' matched \"{Matched}\" in the {Where}"
        : "no safety rule matched";
}
