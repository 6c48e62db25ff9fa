using Alai.Budgets;
using Alai.Minions;
using Alai.Tasks;

namespace Alai.Host.Models;

/// <summary>What went through a door; calls may run side by side.</summary>
internal sealed class DoorCount
{
    private readonly Lock gate = new();
    private PaidUse use = new();

    public PaidUse Now
    {
        get
        {
            lock (gate)
                return use;
        }
    }

    /// <summary>A call that was answered and paid; what failed before it is forgotten.</summary>
    public void Paid(TokenUse tokens, long microUsd) => Change(before => before with
    {
        Calls = before.Calls + 1,
        TokensIn = before.TokensIn + tokens.AllInput,
        TokensOut = before.TokensOut + tokens.Output,
        CostMicroUsd = before.CostMicroUsd + microUsd,
        Failure = null,
        Reason = "",
        QuotaUntil = null,
    });

    /// <summary>A call that failed.</summary>
    /// <param name="failure">How.</param>
    /// <param name="lostMicroUsd">What it may have cost all the same.</param>
    public void Failed(UpstreamFailure failure, long lostMicroUsd = 0) => Change(before => before with
    {
        Calls = before.Calls + 1,
        CostMicroUsd = before.CostMicroUsd + lostMicroUsd,
        Failure = failure.Outcome,
        Reason = failure.Reason,
        QuotaUntil = failure.QuotaUntil,
    });

    /// <summary>A ceiling stands in the way: this door opens no more.</summary>
    public void OutOfMoney(string reason) => Change(before => before.IsOutOfMoney
        ? before
        : before with { IsOutOfMoney = true, Failure = RunOutcome.Denied, Reason = reason });

    private void Change(Func<PaidUse, PaidUse> change)
    {
        lock (gate)
            use = change(use);
    }
}
