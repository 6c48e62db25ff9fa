namespace Alai.Client.Views;

/// <summary>One mark of a root's stage strip.</summary>
public sealed record StageMarkView
{
    /// <summary><c>build</c>, <c>review</c>, <c>security</c>, <c>land</c>, <c>ops</c>, <c>docs</c> or <c>single</c>.</summary>
    public required string Stage { get; init; }

    /// <summary>0 for the first BUILD, one more for each rework.</summary>
    public int Round { get; init; }

    /// <summary><c>passed</c>, <c>findings</c>, <c>rejected</c>, <c>failed</c>, <c>running</c>, <c>held</c>, <c>waiting</c>, <c>cancelled</c> or <c>ahead</c>.</summary>
    public required string Word { get; init; }
}
