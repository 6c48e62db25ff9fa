namespace Alai.Safety;

/// <summary>What stands between a letter and the one before it; the higher, the further apart.</summary>
internal enum Boundary
{
    /// <summary>Nothing: the same word.</summary>
    None,

    /// <summary>Nothing, but an identifier would begin a new word here: <c>bank|ID</c>, <c>step|2</c>.</summary>
    Inner,

    /// <summary>Punctuation or markup alone.</summary>
    Tight,

    /// <summary>White space, with or without punctuation.</summary>
    Spaced,

    /// <summary>An empty line or more than a handful of characters: no word goes on here.</summary>
    Apart,
}
