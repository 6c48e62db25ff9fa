namespace Alai.Fleet;

/// <summary>One message of a conversation.</summary>
/// <param name="Role"><c>system</c>, <c>user</c>, <c>assistant</c> or <c>tool</c>.</param>
/// <param name="Content">Its text; always a string.</param>
public sealed record ChatMessage(string Role, string Content)
{
    /// <summary>The calls an assistant made.</summary>
    public IReadOnlyList<ToolCall> Calls { get; init; } = [];

    /// <summary>The tool that answered; tool messages only.</summary>
    public string ToolName { get; init; } = "";

    /// <summary>The call that is answered; empty when the server gave none.</summary>
    public string ToolCallId { get; init; } = "";

    /// <summary>An assistant's reasoning, sent back only where the profile asks for it.</summary>
    public string Thinking { get; init; } = "";

    /// <summary>Characters that reach the model, for estimates.</summary>
    public long Length => Content.Length + Thinking.Length + Calls.Sum(call => (long)call.Name.Length + call.Arguments.GetRawText().Length);
}
