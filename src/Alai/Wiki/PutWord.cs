namespace Alai.Wiki;

/// <summary>What became of a page.</summary>
public enum PutWord
{
    /// <summary>It was not there before.</summary>
    Created,

    /// <summary>Its text was replaced.</summary>
    Updated,

    /// <summary>It already said exactly this; nothing was written.</summary>
    Unchanged,

    /// <summary>A person edited the page; theirs stays, ours stands beside it as a proposal.</summary>
    Proposed,
}
