namespace Alai.Tasks;

/// <summary>What follows from an outcome; see design section 2.</summary>
public enum OutcomeClass
{
    /// <summary>The attempt counts: retry, escalate, then a person.</summary>
    Work,

    /// <summary>Nobody's fault: back off, elsewhere if another host can; no attempt is used.</summary>
    Transient,

    /// <summary>The provider is paused until its stated reset; no attempt is used.</summary>
    Quota,

    /// <summary>Held with the fix in words; no attempt is used.</summary>
    Config,

    /// <summary>Verified, cancelled or unknown.</summary>
    Other,
}
