namespace Alai.Tasks;

/// <summary>One message of a prompt.</summary>
/// <param name="Role"><c>system</c> or <c>user</c>.</param>
/// <param name="Text">Its text.</param>
public sealed record PromptMessage(string Role, string Text);
