using Alai.Tasks;

namespace Alai.Fleet;

/// <summary>One call of a model.</summary>
public sealed record ChatRequest
{
    /// <summary>The model's name as the host calls it.</summary>
    public required string Model { get; init; }

    /// <summary>The conversation.</summary>
    public required IReadOnlyList<ChatMessage> Messages { get; init; }

    /// <summary>The window in tokens; one fixed value per host and model, or the server reloads it.</summary>
    public required int NumCtx { get; init; }

    /// <summary>Tools offered; empty for none.</summary>
    public IReadOnlyList<ToolOffer> Tools { get; init; } = [];

    /// <summary>A JSON Schema the answer must keep, or null.</summary>
    public string? Format { get; init; }

    /// <summary>Whether to think; null leaves it to the model.</summary>
    public bool? Think { get; init; }

    /// <summary>Sampling temperature, or null for the model's own.</summary>
    public double? Temperature { get; init; }

    /// <summary>Most tokens to generate.</summary>
    public int MaxOutput { get; init; } = 4096;

    /// <summary>How long the model stays loaded, in Ollama's notation.</summary>
    public string KeepAlive { get; init; } = "30m";

    /// <summary>How long the call may be silent.</summary>
    public ChatPace Pace { get; init; } = ChatPace.Default;

    /// <summary>Our own estimate of the prompt in tokens, tools included.</summary>
    public int PromptEstimate => TokenEstimate.OfLength(
        Messages.Sum(message => message.Length)
        + Tools.Sum(tool => (long)tool.Name.Length + tool.Description.Length + tool.Schema.Length));
}
