namespace Alai.Rehearsal;

/// <summary>When a rule answers; every condition that is given must hold.</summary>
public sealed record RehearsalWhen
{
    /// <summary>The model's name.</summary>
    public string? Model { get; init; }

    /// <summary>Words of the system text.</summary>
    public string? System { get; init; }

    /// <summary>Words of the first user message: the task.</summary>
    public string? Task { get; init; }

    /// <summary>Words of the last message.</summary>
    public string? Last { get; init; }

    /// <summary>Words of any message.</summary>
    public string? Any { get; init; }

    /// <summary>Whether an answer by schema is asked for.</summary>
    public bool? Schema { get; init; }

    /// <summary>Whether tools are offered.</summary>
    public bool? Tools { get; init; }

    /// <summary>The turn, from 1.</summary>
    public int? Turn { get; init; }
}
