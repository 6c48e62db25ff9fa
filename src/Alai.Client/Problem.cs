using System.Text.Json.Serialization;

namespace Alai.Client;

/// <summary>Why the factory did not do what was asked.</summary>
/// <param name="Error">What went wrong, in one line.</param>
/// <param name="Expected">What was expected, or empty.</param>
/// <param name="Found">What was found, or empty.</param>
/// <param name="Hint">What to do, or empty.</param>
public sealed record Problem(string Error, string Expected = "", string Found = "", string Hint = "")
{
    /// <summary>Which entry of a list it is about, the first being 1; null when it is about the whole.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Entry { get; init; }
}
