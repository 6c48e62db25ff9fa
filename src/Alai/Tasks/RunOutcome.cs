namespace Alai.Tasks;

/// <summary>How a run ended: a closed set. "Could not" is never recorded as "did not".</summary>
public enum RunOutcome
{
    /// <summary>The daemon's own checks passed.</summary>
    Verified,

    /// <summary>The agent ended with no change where one was needed.</summary>
    NoChange,

    /// <summary>A check of the gate failed.</summary>
    VerifyFailed,

    /// <summary>The model could not keep to the protocol.</summary>
    Format,

    /// <summary>The agent repeated itself.</summary>
    Loop,

    /// <summary>The conversation outgrew the model's window.</summary>
    ContextOverflow,

    /// <summary>The server cut the prompt silently, found by its own counts.</summary>
    Truncated,

    /// <summary>Too many model calls.</summary>
    LimitSteps,

    /// <summary>Too much time.</summary>
    LimitTime,

    /// <summary>The model refused the work.</summary>
    Refused,

    /// <summary>No host could serve the model.</summary>
    ModelUnavailable,

    /// <summary>The model's stream stopped making progress.</summary>
    Stalled,

    /// <summary>The executor broke.</summary>
    Crashed,

    /// <summary>The process that held the run died.</summary>
    LostWorker,

    /// <summary>The provider's quota is used up.</summary>
    Quota,

    /// <summary>The provider refused the credentials.</summary>
    Auth,

    /// <summary>A permission the run needs was denied.</summary>
    Denied,

    /// <summary>The sandbox is below the level the task needs.</summary>
    SandboxUnavailable,

    /// <summary>A package the verification needs is not there.</summary>
    MissingDependency,

    /// <summary>The product's own checks fail before any change.</summary>
    RedBase,

    /// <summary>The configuration does not allow the run.</summary>
    BadConfig,

    /// <summary>A person cancelled it.</summary>
    Cancelled,

    /// <summary>Could not be settled.</summary>
    Unknown,
}
