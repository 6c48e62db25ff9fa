namespace Alai.Client.Requests;

/// <summary>One verb for many tasks; each is done or refused by itself.</summary>
public sealed record ChangeTasks
{
    /// <summary>The tasks; 1 to 500.</summary>
    public IReadOnlyList<long> Ids { get; set; } = [];

    /// <summary>The mark an earlier call of the same deed was answered with: undo takes both back as one. Null begins a deed.</summary>
    public string? Call { get; set; }

    /// <summary>What the verb needs.</summary>
    public VerbWords Words { get; set; } = new();
}
