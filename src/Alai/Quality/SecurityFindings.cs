using Alai.Tasks;

namespace Alai.Quality;

/// <summary>What the scanners saw of a change.</summary>
/// <param name="Findings">High first.</param>
/// <param name="Checks">One for the built-in scan, one for each installed scanner, failures included.</param>
public sealed record SecurityFindings(IReadOnlyList<Finding> Findings, IReadOnlyList<CheckResult> Checks);
