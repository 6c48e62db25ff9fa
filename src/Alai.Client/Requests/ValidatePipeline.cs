namespace Alai.Client.Requests;

/// <summary>A pipeline file to be read and checked.</summary>
public sealed record ValidatePipeline
{
    /// <summary>The name printed with problems; empty checks what the home uses.</summary>
    public string File { get; set; } = "";

    /// <summary>The text.</summary>
    public string Text { get; set; } = "";
}
