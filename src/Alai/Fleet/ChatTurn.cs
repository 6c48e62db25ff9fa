namespace Alai.Fleet;

/// <summary>One turn of a model, whole.</summary>
public sealed record ChatTurn
{
    /// <summary>The text, thinking not included.</summary>
    public string Content { get; init; } = "";

    /// <summary>The reasoning, where the server tells it apart.</summary>
    public string Thinking { get; init; } = "";

    /// <summary>The calls, in order.</summary>
    public IReadOnlyList<ToolCall> Calls { get; init; } = [];

    /// <summary>Whether the output limit cut it; a cut turn's calls are never executed.</summary>
    public bool Cut { get; init; }

    /// <summary>Whether generation was stopped because it repeated itself.</summary>
    public bool Runaway { get; init; }

    /// <summary>Prompt tokens by the server's count; 0 when it gave none.</summary>
    public long PromptTokens { get; init; }

    /// <summary>Generated tokens by the server's count.</summary>
    public long OutputTokens { get; init; }
}
