namespace Alai.Tasks;

/// <summary>What a stage task does for its root. A root itself has no stage.</summary>
public enum Stage
{
    /// <summary>Makes the change.</summary>
    Build,

    /// <summary>Judges the change against its criteria, read-only.</summary>
    Review,

    /// <summary>Judges the change for danger, read-only.</summary>
    Security,

    /// <summary>Deploys what landed.</summary>
    Ops,

    /// <summary>Documents what landed.</summary>
    Docs,

    /// <summary>The only stage of a root that needs no pipeline: a question, an errand, a one-shot minion.</summary>
    Single,
}
