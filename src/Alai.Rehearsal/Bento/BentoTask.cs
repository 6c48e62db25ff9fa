namespace Alai.Rehearsal.Bento;

/// <summary>One task the demo files.</summary>
/// <param name="Key">Names it in the demo's own texts.</param>
/// <param name="Title">Its title; the scripted model recognises it by this.</param>
/// <param name="Body">Its body.</param>
internal sealed record BentoTask(string Key, string Title, string Body)
{
    /// <summary>Acceptance criteria.</summary>
    public IReadOnlyList<string> Criteria { get; init; } = [];

    /// <summary>Whether OPS and DOCS follow.</summary>
    public bool Ships { get; init; }

    /// <summary>The key of a task that must be done first, or null.</summary>
    public string? After { get; init; }

    /// <summary>Whether the smallest tier is asked for.</summary>
    public bool StartsSmall { get; init; }

    /// <summary>What the demo shows with it, in one line.</summary>
    public required string Shows { get; init; }
}
