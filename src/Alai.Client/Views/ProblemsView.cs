namespace Alai.Client.Views;

/// <summary>What is wrong with a file; nothing when it is empty.</summary>
public sealed record ProblemsView
{
    /// <summary>What was read.</summary>
    public required string File { get; init; }

    /// <summary>All problems at once, each as <c>file:line: text</c>.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>What it says when it is right, in one line.</summary>
    public string Said { get; init; } = "";
}
