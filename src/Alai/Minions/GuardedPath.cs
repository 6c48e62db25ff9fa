namespace Alai.Minions;

/// <summary>A path inside the workspace, or why it is none.</summary>
/// <param name="Full">The real path; empty when refused.</param>
/// <param name="Relative">As shown to the model.</param>
/// <param name="Problem">Why it was refused; empty when allowed.</param>
internal sealed record GuardedPath(string Full, string Relative, string Problem)
{
    public static GuardedPath Refused(string problem) => new("", "", problem);
}
