using Alai.Yaml;

namespace Alai.Pipeline;

/// <summary>What reading a plan gave.</summary>
/// <param name="Plan">The plan; null exactly when there are problems.</param>
/// <param name="Problems">Everything that is wrong.</param>
public sealed record PipelinePlanLoad(PipelinePlan? Plan, IReadOnlyList<ConfigProblem> Problems)
{
    /// <summary>Each problem as people read it: <c>file:line: text</c>.</summary>
    public IReadOnlyList<string> Sentences => [.. Problems.Select(problem => problem.ToString())];
}
