using Alai.Tasks;

namespace Alai.Wiki;

/// <summary>What a page tells about a finished task, besides the task itself. Every line was seen by the daemon.</summary>
public sealed record TaskReport
{
    /// <summary>The commit that landed, or empty.</summary>
    public string Commit { get; init; } = "";

    /// <summary>The branch it landed on, or empty.</summary>
    public string Target { get; init; } = "";

    /// <summary>The files it changed, relative.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>The checks that proved it.</summary>
    public IReadOnlyList<CheckResult> Checks { get; init; } = [];

    /// <summary>One line a run: stage, who, outcome.</summary>
    public IReadOnlyList<string> Runs { get; init; } = [];

    /// <summary>What reviewers found.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>What the documentation stage wrote for this page, Markdown, or empty.</summary>
    public string Text { get; init; } = "";
}
