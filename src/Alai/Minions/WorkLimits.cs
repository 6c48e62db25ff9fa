using Alai.Fleet;

namespace Alai.Minions;

/// <summary>How far one run may go.</summary>
public sealed record WorkLimits
{
    /// <summary>Most model calls.</summary>
    public int Steps { get; init; } = 18;

    /// <summary>Most time in all.</summary>
    public TimeSpan Wall { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Most generated tokens in all.</summary>
    public long OutputTokens { get; init; } = 200_000;

    /// <summary>Most time for one command that names none.</summary>
    public TimeSpan Command { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long the model may be silent.</summary>
    public ChatPace Pace { get; init; } = ChatPace.Default;

    /// <summary>The usual limits: 8 steps a point of complexity and 10; 10, 30, 180, 60 minutes for tiers 1 to 4.</summary>
    /// <param name="complexity">1 to 5.</param>
    /// <param name="tier">1 to 4.</param>
    /// <param name="idle">Progress-free time of the tier.</param>
    public static WorkLimits For(int complexity, int tier, TimeSpan idle) => new()
    {
        Steps = (8 * Math.Clamp(complexity, 1, 5)) + 10,
        Wall = TimeSpan.FromMinutes(tier switch { 1 => 10, 2 => 30, 3 => 180, _ => 60 }),
        Pace = ChatPace.Default with { Idle = idle },
    };
}
