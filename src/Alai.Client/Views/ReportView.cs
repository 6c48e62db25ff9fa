namespace Alai.Client.Views;

/// <summary>What happened in a period, for a person who was away.</summary>
public sealed record ReportView
{
    /// <summary>From when.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Until when.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>What was done, with its proof.</summary>
    public IReadOnlyList<ReportDoneView> Done { get; init; } = [];

    /// <summary>What waits for a person now, with the command for it.</summary>
    public IReadOnlyList<InboxEntryView> Waiting { get; init; } = [];

    /// <summary>What failed, and why.</summary>
    public IReadOnlyList<ReportFailureView> Failed { get; init; } = [];

    /// <summary>What was cancelled.</summary>
    public IReadOnlyList<TaskView> Cancelled { get; init; } = [];

    /// <summary>What was wanted before now and is not done.</summary>
    public IReadOnlyList<TaskView> Late { get; init; } = [];

    /// <summary>What is still open.</summary>
    public long Open { get; init; }

    /// <summary>What it cost.</summary>
    public required CostView Cost { get; init; }

    /// <summary>What is wrong with the factory itself.</summary>
    public IReadOnlyList<string> Alarms { get; init; } = [];
}
