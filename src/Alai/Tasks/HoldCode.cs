namespace Alai.Tasks;

/// <summary>Why a held task is held: a closed set, each with one way out.</summary>
public enum HoldCode
{
    /// <summary>A safety rule matched; a person approves exactly this content or does it.</summary>
    SafetyRule,

    /// <summary>A person must say yes: landing, deploying, or a result that cannot be accepted by itself.</summary>
    NeedsApproval,

    /// <summary>Routed to tier 5: a person does the work.</summary>
    HumanTier,

    /// <summary>A question waits for an answer.</summary>
    Question,

    /// <summary>All attempts are used up.</summary>
    AttemptsExhausted,

    /// <summary>All rounds of rework are used up.</summary>
    RoundsExhausted,

    /// <summary>A person paused it.</summary>
    Paused,

    /// <summary>A person said what blocks it.</summary>
    Blocked,

    /// <summary>A budget is used up.</summary>
    Budget,

    /// <summary>The configuration or the project must be mended first.</summary>
    Config,

    /// <summary>The sandbox is below the level the task needs.</summary>
    Sandbox,

    /// <summary>What a run did could not be settled; never guessed.</summary>
    OutcomeUnknown,
}
