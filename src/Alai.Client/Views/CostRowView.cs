namespace Alai.Client.Views;

/// <summary>One paid call.</summary>
public sealed record CostRowView
{
    /// <summary>The root.</summary>
    public long Task { get; init; }

    /// <summary>The run.</summary>
    public long Run { get; init; }

    /// <summary>Millionths of a US dollar reserved.</summary>
    public long ReservedMicroUsd { get; init; }

    /// <summary>What it cost; null while unknown, then the reservation counts.</summary>
    public long? SettledMicroUsd { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }
}
