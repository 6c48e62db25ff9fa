using Alai.Yaml;

namespace Alai.Safety;

/// <summary>What came of reading a rule file.</summary>
/// <param name="Rules">The rules; null when anything is wrong, so that the last good ones stay in force.</param>
/// <param name="Problems">Everything that is wrong.</param>
public sealed record SafetyRuleLoad(SafetyRules? Rules, IReadOnlyList<ConfigProblem> Problems)
{
    /// <summary>Each problem as people read it: <c>file:line: text</c>.</summary>
    public IReadOnlyList<string> Sentences => [.. Problems.Select(problem => problem.ToString())];
}
