namespace Alai.Companies;

/// <summary>One step: either <see cref="Run"/> or <see cref="Goal"/> is set, never both.</summary>
public sealed record BlueprintStep
{
    /// <summary>Unique in its blueprint.</summary>
    public required string Name { get; init; }

    /// <summary>A command for <c>sh -c</c>, with slots of <see cref="BlueprintSlots.Commands"/>; or null.</summary>
    public string? Run { get; init; }

    /// <summary>A goal for the model, with slots of <see cref="BlueprintSlots.Goals"/>; or null.</summary>
    public string? Goal { get; init; }

    /// <summary>When the step is done; every condition given must hold.</summary>
    public StepCondition When { get; init; } = new();

    /// <summary>How often it is done again after a failure.</summary>
    public int Retries { get; init; }

    /// <summary>What counts as success.</summary>
    public StepExpectation Expect { get; init; } = new();
}
