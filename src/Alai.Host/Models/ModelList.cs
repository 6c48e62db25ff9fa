namespace Alai.Host.Models;

/// <summary>Which models a run may ask for: its route's and nothing else.</summary>
internal static class ModelList
{
    /// <summary>
    /// Whether a name is the route's model: the name itself, a dated version of it (<c>claude-sonnet-5-20260101</c> for
    /// <c>claude-sonnet-5</c>), or, where the route says a family (<c>sonnet</c>), a model of that family.
    /// </summary>
    public static bool Allows(string routed, string asked)
    {
        if (asked.Equals(routed, StringComparison.OrdinalIgnoreCase) || asked.StartsWith(routed + "-", StringComparison.OrdinalIgnoreCase))
            return true;
        return !routed.Contains('-', StringComparison.Ordinal)
            && asked.StartsWith("claude-", StringComparison.OrdinalIgnoreCase)
            && asked.Split('-').Contains(routed, StringComparer.OrdinalIgnoreCase);
    }
}
