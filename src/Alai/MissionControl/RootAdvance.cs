using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>A move of a root that no run makes.</summary>
public sealed record RootAdvance
{
    /// <summary>The root.</summary>
    public required TaskId Root { get; init; }

    /// <summary>Its version when the decision was made; another one refuses the move, so advancing twice happens once.</summary>
    public required long Version { get; init; }

    /// <summary>What becomes of it, or null when it stays.</summary>
    public TaskMove? Move { get; init; }

    /// <summary>Tasks to file with it.</summary>
    public IReadOnlyList<NewTask> Children { get; init; } = [];

    /// <summary>Side effects to come.</summary>
    public IReadOnlyList<OutboxItem> Outbox { get; init; } = [];

    /// <summary>An outside effect that ends well with it, or null.</summary>
    public EffectEnd? Effect { get; init; }

    /// <summary>A run that is given back with it, because nothing ran; a run that was taken away refuses the move. Or null.</summary>
    public (RunKey Key, GiveBack Back)? Run { get; init; }

    /// <summary>Who: <c>daemon</c> or a person.</summary>
    public string Actor { get; init; } = "daemon";

    /// <summary>The event's kind, for example <c>landed</c>.</summary>
    public required string EventKind { get; init; }

    /// <summary>One line for the history.</summary>
    public required string Text { get; init; }
}
