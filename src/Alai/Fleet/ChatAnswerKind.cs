namespace Alai.Fleet;

/// <summary>How a call ended: a closed set.</summary>
public enum ChatAnswerKind
{
    /// <summary>The model answered.</summary>
    Turn,

    /// <summary>The server refused the prompt as too long.</summary>
    Overflow,

    /// <summary>The server counted far fewer prompt tokens than were sent: it cut the prompt silently.</summary>
    Truncated,

    /// <summary>No chunk came for the allowed time.</summary>
    Stalled,

    /// <summary>The host could not be reached, broke off, or failed.</summary>
    Unavailable,

    /// <summary>The host does not have the model.</summary>
    ModelMissing,

    /// <summary>The server could not parse what the model wrote: the model's error, not an outage.</summary>
    FormatError,

    /// <summary>The server's queue is full.</summary>
    Busy,

    /// <summary>The server refused the credentials.</summary>
    Auth,
}
