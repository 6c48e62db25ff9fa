namespace Alai.Companies;

/// <summary>What is so when a step's turn comes, or after it.</summary>
public sealed record StepFacts
{
    /// <summary>Paths of the workspace, from the product's folder.</summary>
    public IEnumerable<string> Files { get; init; } = [];

    /// <summary>Paths changed since the base commit.</summary>
    public IReadOnlyCollection<string> Changed { get; init; } = [];

    /// <summary>The values of the slots.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>Steps done so far and whether they succeeded; a step passed over is absent.</summary>
    public IReadOnlyDictionary<string, bool> Steps { get; init; } = new Dictionary<string, bool>();
}
