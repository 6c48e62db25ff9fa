using System.Text.Json;

namespace Alai.Rehearsal;

/// <summary>What the scripted provider says to one call.</summary>
public sealed record AnthropicAnswer
{
    /// <summary>The HTTP status; anything but 200 is an error of <see cref="ErrorType"/>.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The provider's word for the error, for example <c>rate_limit_error</c>.</summary>
    public string ErrorType { get; init; } = "api_error";

    /// <summary>The text, or the error's message.</summary>
    public string Text { get; init; } = "Done.";

    /// <summary>A tool the model asks for, or null for text alone.</summary>
    public string? Tool { get; init; }

    /// <summary>The tool's input.</summary>
    public JsonElement Input { get; init; } = JsonElement.Parse("{}");

    /// <summary>Further response headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Tokens it says it read.</summary>
    public long InputTokens { get; init; } = 100;

    /// <summary>Tokens it says it kept.</summary>
    public long CacheWritten { get; init; }

    /// <summary>Tokens it says it read from what it kept.</summary>
    public long CacheRead { get; init; }

    /// <summary>Tokens it says it wrote.</summary>
    public long OutputTokens { get; init; } = 20;

    /// <summary>Whether the connection breaks in the middle of the stream.</summary>
    public bool IsCut { get; init; }
}
