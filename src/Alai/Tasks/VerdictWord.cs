namespace Alai.Tasks;

/// <summary>What the gate decides about a run.</summary>
public enum VerdictWord
{
    /// <summary>Proved.</summary>
    Accept,

    /// <summary>Again on the same tier, with the failure attached.</summary>
    Retry,

    /// <summary>One tier up, with the failure attached.</summary>
    Escalate,

    /// <summary>A person decides.</summary>
    ToHuman,
}
