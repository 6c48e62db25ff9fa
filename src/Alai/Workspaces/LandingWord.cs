namespace Alai.Workspaces;

/// <summary>How a landing ended.</summary>
public enum LandingWord
{
    /// <summary>The target's tip is exactly what was asked for, seen afterwards.</summary>
    Landed,

    /// <summary>The target is no longer where it was expected; merge and verify again.</summary>
    TargetMoved,

    /// <summary>The target was rewritten: the expected commit is no ancestor of it.</summary>
    TargetRewritten,

    /// <summary>A person must do it: the target is checked out with changes, or its checkout runs filters of its own.</summary>
    NeedsPerson,

    /// <summary>git refused; the text says why.</summary>
    Failed,
}
