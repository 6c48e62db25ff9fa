using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>An issue of another tracker, in the words of this house.</summary>
internal sealed record ForeignIssue
{
    /// <summary>Unique for ever, for example <c>beads:bd-7h7</c> or <c>github:owner/name#12</c>.</summary>
    public required string Key { get; init; }

    /// <summary>How people name it there.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    public string Body { get; init; } = "";

    public IReadOnlyList<string> Labels { get; init; } = [];

    public IReadOnlyList<string> Criteria { get; init; } = [];

    public Priority Priority { get; init; } = Priority.Medium;

    /// <summary>Keys that must be done first.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>The key of the issue it is a part of, or null.</summary>
    public string? Parent { get; init; }

    /// <summary>What blocks it there by its own word; null when nothing does.</summary>
    public string? Blocked { get; init; }

    /// <summary>Whether it was given up there rather than done.</summary>
    public bool GivenUp { get; init; }

    /// <summary>Why it shall not start here yet; null when it may.</summary>
    public string? Waits { get; init; }

    /// <summary>What came of it there; null when it is not closed.</summary>
    public string? Closed { get; init; }
}
