namespace Alai.Rehearsal.Bento;

/// <summary>Where the demo puts things.</summary>
/// <param name="Home">The factory's home, kept afterwards.</param>
/// <param name="Repository">The product's checkout.</param>
internal sealed record BentoPaths(string Home, string Repository)
{
    /// <summary>Where the staging kitchen keeps its state.</summary>
    public string Staging => Path.Combine(Home, "data", "deployments", "bento", "staging");
}
