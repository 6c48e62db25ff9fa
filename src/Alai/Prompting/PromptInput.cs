using Alai.Tasks;

namespace Alai.Prompting;

/// <summary>What a working stage's prompt is made of; plain text, so that no other room is needed to build one.</summary>
public sealed record PromptInput
{
    /// <summary>The task.</summary>
    public required FactoryTask Task { get; init; }

    /// <summary>The company's name.</summary>
    public required string Company { get; init; }

    /// <summary>The company's soul; the operator's words.</summary>
    public string Soul { get; init; } = "";

    /// <summary>The role's instructions; the operator's words.</summary>
    public string Role { get; init; } = "";

    /// <summary>The goal of the blueprint's step, a template over <see cref="Values"/>; empty for the task alone.</summary>
    public string Goal { get; init; } = "";

    /// <summary>Values of the goal's names, besides task, product and company.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The commands that will verify the result.</summary>
    public IReadOnlyList<string> Verify { get; init; } = [];

    /// <summary>What the last attempt failed with, or a review's findings; tool output.</summary>
    public string LastFailure { get; init; } = "";

    /// <summary>The map of the repository, from <see cref="RepositoryMap"/>.</summary>
    public string Map { get; init; } = "";

    /// <summary>Lessons and other context, best first.</summary>
    public IReadOnlyList<PromptSnippet> Snippets { get; init; } = [];

    /// <summary>Tokens for all messages.</summary>
    public int Budget { get; init; } = 6000;

    /// <summary>Whether files must change.</summary>
    public bool NeedsChange { get; init; } = true;
}
