namespace Alai.Client.Requests;

/// <summary>What a verb on a task needs; each verb reads its own fields.</summary>
public sealed record VerbWords
{
    /// <summary>The reason, outcome, comment or answer.</summary>
    public string Text { get; set; } = "";

    /// <summary>For <c>assign</c>: a person who is known, <c>me</c>, <c>human:NAME</c> for somebody new, or null for the factory.</summary>
    public string? Assignee { get; init; }

    /// <summary>For <c>retry</c>: the tier to start at.</summary>
    public int? Tier { get; init; }

    /// <summary>For <c>done</c>: overrides a missing proof; counted and shown.</summary>
    public bool Force { get; init; }

    /// <summary>For <c>label</c>: labels it shall bear.</summary>
    public IReadOnlyList<string> Add { get; set; } = [];

    /// <summary>For <c>label</c>: labels it shall not bear.</summary>
    public IReadOnlyList<string> Remove { get; set; } = [];

    /// <summary>For <c>edit</c> of many: the new values.</summary>
    public EditFields? Fields { get; init; }

    /// <summary>For <c>approve</c>: the hash of what the person saw.</summary>
    public string? SubjectHash { get; init; }
}
