namespace Alai.Tasks;

/// <summary>The field of knowledge a task needs; companies name the domains they serve.</summary>
public enum Domain
{
    /// <summary>Nothing in particular.</summary>
    General,

    /// <summary>Servers, programs, databases.</summary>
    Backend,

    /// <summary>What a person sees and touches.</summary>
    Frontend,

    /// <summary>Data engineering, analytics, reports.</summary>
    Data,

    /// <summary>Testing and review.</summary>
    Quality,

    /// <summary>Threats and their closing.</summary>
    Security,

    /// <summary>Build, delivery, running systems.</summary>
    Operations,

    /// <summary>Documentation.</summary>
    Documentation,

    /// <summary>Contracts, privacy, compliance texts.</summary>
    Legal,

    /// <summary>Agents, prompts, models.</summary>
    AiTooling,
}
