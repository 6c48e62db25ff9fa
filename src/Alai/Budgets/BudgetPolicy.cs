using System.Globalization;

namespace Alai.Budgets;

/// <summary>Decides before each paid call. Pure, and closed when in doubt: no price, no call.</summary>
public sealed class BudgetPolicy
{
    private readonly PriceTable _prices;
    private readonly BudgetLimits _limits;

    /// <summary>Makes one.</summary>
    /// <param name="prices">Prices.</param>
    /// <param name="limits">Ceilings.</param>
    public BudgetPolicy(PriceTable prices, BudgetLimits limits)
    {
        _prices = prices;
        _limits = limits;
    }

    /// <summary>Whether a call may be made, and what to reserve for it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="inputTokens">Tokens of the prompt, estimated high.</param>
    /// <param name="mostOutputTokens">The limit given to the model.</param>
    /// <param name="use">What is gone.</param>
    public BudgetDecision Decide(string model, long inputTokens, long mostOutputTokens, BudgetUse use)
    {
        if (_prices.Find(model) is not { } price)
            return Refused($"the model '{model}' has no price, so its calls cannot be budgeted; add it to prices.yaml");
        if (mostOutputTokens <= 0)
            return Refused("the call sets no limit to what the model writes, so its cost has no bound");
        var most = price.Cost(inputTokens, mostOutputTokens);
        if (Left(_limits.PerTask, use.Task) < most)
            return Refused($"the call may cost {Dollars(most)} and the task has {Dollars(Left(_limits.PerTask, use.Task))} left of {Dollars(_limits.PerTask)} (budgets.paid_usd_per_task)");
        if (Left(_limits.PerDay, use.Today) < most)
            return Refused($"the call may cost {Dollars(most)} and today has {Dollars(Left(_limits.PerDay, use.Today))} left of {Dollars(_limits.PerDay)} (budgets.paid_usd_per_day)");
        return new BudgetDecision(true, most, $"{Dollars(Left(_limits.PerDay, use.Today + most))} left today after this call");
    }

    /// <summary>What an agent that makes many calls may use in all: all that is left of both ceilings.</summary>
    /// <param name="model">The model.</param>
    /// <param name="use">What is gone.</param>
    public BudgetDecision Allowance(string model, BudgetUse use)
    {
        if (_prices.Find(model) is null)
            return Refused($"the model '{model}' has no price, so its calls cannot be budgeted; add it to prices.yaml");
        if (Left(_limits.PerTask, use.Task) == 0)
            return Refused($"the task has nothing left of {Dollars(_limits.PerTask)} (budgets.paid_usd_per_task)");
        if (Left(_limits.PerDay, use.Today) == 0)
            return Refused($"today has nothing left of {Dollars(_limits.PerDay)} (budgets.paid_usd_per_day)");
        var most = Math.Min(Left(_limits.PerTask, use.Task), Left(_limits.PerDay, use.Today));
        return new BudgetDecision(true, most, $"at most {Dollars(most)}");
    }

    /// <summary>What a call really cost; null when the model has no price.</summary>
    /// <param name="model">The model.</param>
    /// <param name="inputTokens">Tokens read.</param>
    /// <param name="outputTokens">Tokens written.</param>
    public long? Cost(string model, long inputTokens, long outputTokens) => _prices.Find(model)?.Cost(inputTokens, outputTokens);

    /// <summary>What a call really cost, what its provider kept for later calls included; null when the model has no price.</summary>
    /// <param name="model">The model.</param>
    /// <param name="use">What the provider counted.</param>
    public long? Cost(string model, TokenUse use) => Cost(model, use.Weighted, use.Output);

    /// <summary>The beginning of the owner's day that holds a moment: the first instant of that calendar date, also on days with a changed clock.</summary>
    /// <param name="now">The moment.</param>
    public DateTimeOffset DayStart(DateTimeOffset now)
    {
        var midnight = DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(now, _limits.Zone).Date, DateTimeKind.Unspecified);
        // Some zones skip midnight itself in spring.
        while (_limits.Zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(15);
        var offset = _limits.Zone.IsAmbiguousTime(midnight)
            ? _limits.Zone.GetAmbiguousTimeOffsets(midnight).Max()
            : _limits.Zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset);
    }

    private static long Left(long limit, long used) => Math.Max(0, limit - Math.Max(0, used));

    private static BudgetDecision Refused(string reason) => new(false, 0, reason);

    private static string Dollars(long micro) => (micro / 1_000_000m).ToString("0.00##", CultureInfo.InvariantCulture) + " USD";
}
