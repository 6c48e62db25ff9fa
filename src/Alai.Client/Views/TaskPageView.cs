namespace Alai.Client.Views;

/// <summary>Everything about one root, as <c>task show</c> prints it.</summary>
public sealed record TaskPageView
{
    /// <summary>The task.</summary>
    public required TaskView Task { get; init; }

    /// <summary>Its stage tasks in order of filing.</summary>
    public IReadOnlyList<TaskView> Stages { get; init; } = [];

    /// <summary>Its runs, oldest first.</summary>
    public IReadOnlyList<RunView> Runs { get; init; } = [];

    /// <summary>Roots that came of it, in order of filing.</summary>
    public IReadOnlyList<TaskView> Children { get; init; } = [];

    /// <summary>Dependencies not done yet.</summary>
    public IReadOnlyList<TaskView> WaitsFor { get; init; } = [];

    /// <summary>Whether it is proved and waits for nothing but a person's word on landing.</summary>
    public bool WaitsForLanding { get; init; }

    /// <summary>Why it is where it is.</summary>
    public required WhyView Why { get; init; }
}
