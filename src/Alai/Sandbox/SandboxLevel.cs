namespace Alai.Sandbox;

/// <summary>How well a sandbox holds, as its self-test saw it; the order is the strength.</summary>
public enum SandboxLevel
{
    /// <summary>Nothing holds: unsandboxed.</summary>
    S0,

    /// <summary>Weak: read-only work only.</summary>
    S1,

    /// <summary>Good: every namespace or a deny-by-default profile, limits, no network. What runs need by default.</summary>
    S2,

    /// <summary>Strong: S2 with a system call filter and control groups.</summary>
    S3,
}
