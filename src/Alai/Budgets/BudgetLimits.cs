namespace Alai.Budgets;

/// <summary>The ceilings the owner set.</summary>
/// <param name="PerDay">Millionths of a US dollar for a day; 0 forbids paid calls.</param>
/// <param name="PerTask">Millionths of a US dollar for a task and all its stages.</param>
/// <param name="Zone">Where the owner's day begins and ends.</param>
public sealed record BudgetLimits(long PerDay, long PerTask, TimeZoneInfo Zone)
{
    /// <summary>Dollars as settings give them.</summary>
    /// <param name="dollarsPerDay">For a day.</param>
    /// <param name="dollarsPerTask">For a task.</param>
    /// <param name="zone">The factory's time zone.</param>
    public static BudgetLimits OfDollars(decimal dollarsPerDay, decimal dollarsPerTask, TimeZoneInfo zone) =>
        new(Micro(dollarsPerDay), Micro(dollarsPerTask), zone);

    private static long Micro(decimal dollars) => (long)Math.Clamp(dollars * 1_000_000m, 0, long.MaxValue / 4);
}
