using Alai.Tasks;

namespace Alai.Prompting;

/// <summary>What a judging stage sees: the change, the criteria and what the daemon's own checks said. Never the builder's prose.</summary>
public sealed record JudgeInput
{
    /// <summary>The root or stage task.</summary>
    public required FactoryTask Task { get; init; }

    /// <summary>REVIEW or SECURITY.</summary>
    public required Stage Stage { get; init; }

    /// <summary>The company's soul; the operator's words.</summary>
    public string Soul { get; init; } = "";

    /// <summary>The role's instructions; the operator's words.</summary>
    public string Role { get; init; } = "";

    /// <summary>The change as a unified diff; an empty one is refused.</summary>
    public required string Diff { get; init; }

    /// <summary>The hash of exactly what is judged.</summary>
    public required string ArtefactHash { get; init; }

    /// <summary>The daemon's checks and scanners with their outputs.</summary>
    public string Checks { get; init; } = "";

    /// <summary>Tokens for all messages.</summary>
    public int Budget { get; init; } = 10_000;
}
