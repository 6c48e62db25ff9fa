using Alai.Tasks;

namespace Alai.Minions;

/// <summary>What went through a door, as the daemon itself counted it.</summary>
public sealed record PaidUse
{
    /// <summary>Calls that the provider answered.</summary>
    public int Calls { get; init; }

    /// <summary>Tokens read, kept ones included.</summary>
    public long TokensIn { get; init; }

    /// <summary>Tokens written.</summary>
    public long TokensOut { get; init; }

    /// <summary>Millionths of a US dollar: what is settled, and what may have been spent where a call was cut off.</summary>
    public long CostMicroUsd { get; init; }

    /// <summary>How the last call failed, or null when it did not.</summary>
    public RunOutcome? Failure { get; init; }

    /// <summary>Why, in one line.</summary>
    public string Reason { get; init; } = "";

    /// <summary>When the provider's quota ends, or null.</summary>
    public DateTimeOffset? QuotaUntil { get; init; }

    /// <summary>Whether a ceiling closed the door.</summary>
    public bool IsOutOfMoney { get; init; }
}
