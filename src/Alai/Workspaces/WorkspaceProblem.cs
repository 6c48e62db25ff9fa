namespace Alai.Workspaces;

/// <summary>Why git work could not be done, and what to do.</summary>
/// <param name="Code">The sort.</param>
/// <param name="Text">What was expected and found.</param>
/// <param name="Fix">What to do.</param>
public sealed record WorkspaceProblem(WorkspaceProblemCode Code, string Text, string Fix)
{
    /// <summary>Whether trying again may help.</summary>
    public bool IsTransient => Code == WorkspaceProblemCode.Unreachable;
}
