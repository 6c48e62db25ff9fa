namespace Alai.Client.Views;

/// <summary>What came of filing.</summary>
public sealed record FiledView
{
    /// <summary>The task.</summary>
    public required TaskView Task { get; init; }

    /// <summary>False when its key named a task filed before.</summary>
    public bool IsNew { get; init; }

    /// <summary>One line for the person.</summary>
    public required string Said { get; init; }
}
