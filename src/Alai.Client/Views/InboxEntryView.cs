namespace Alai.Client.Views;

/// <summary>One task that waits for a person.</summary>
public sealed record InboxEntryView
{
    /// <summary>The task.</summary>
    public required TaskView Task { get; init; }

    /// <summary>What is asked, in one sentence.</summary>
    public required string Ask { get; init; }

    /// <summary>The hash of what an approval would approve; empty when nothing can be approved.</summary>
    public string SubjectHash { get; init; } = "";

    /// <summary>The command lines that answer it.</summary>
    public IReadOnlyList<string> Verbs { get; init; } = [];
}
