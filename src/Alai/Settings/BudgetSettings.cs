namespace Alai.Settings;

/// <summary>What paid calls may cost, in US dollars.</summary>
public sealed record BudgetSettings
{
    /// <summary>The ceiling of a day in the factory's time zone.</summary>
    public decimal PaidUsdPerDay { get; init; } = 10;

    /// <summary>The ceiling of one task.</summary>
    public decimal PaidUsdPerTask { get; init; } = 2;

    /// <summary>Whether a failing task may climb into a paid tier by itself.</summary>
    public bool EscalateIntoPaid { get; init; }
}
