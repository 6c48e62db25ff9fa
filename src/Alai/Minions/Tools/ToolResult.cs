namespace Alai.Minions.Tools;

/// <summary>What a tool says back to the model.</summary>
/// <param name="Text">What the model reads.</param>
/// <param name="Failed">Whether it did not do what was asked.</param>
internal sealed record ToolResult(string Text, bool Failed = false)
{
    /// <summary>Whether it changed a file.</summary>
    public bool Changed { get; init; }

    /// <summary>The file it was about, or empty.</summary>
    public string Path { get; init; } = "";

    /// <summary>Whether the model asks to end.</summary>
    public bool Finished { get; init; }

    public static ToolResult Fail(string text) => new(text, true);
}
