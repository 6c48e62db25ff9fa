using Alai.Tasks;

namespace Alai.Companies;

/// <summary>When a step is done. A part that is null does not count.</summary>
/// <param name="File">A pattern: some file of the workspace matches it.</param>
/// <param name="Changed">A pattern: some changed file matches it.</param>
/// <param name="Set">A slot: its value is not empty.</param>
/// <param name="Failed">A step before: it was done and failed.</param>
/// <param name="Passed">A step before: it was done and succeeded.</param>
public sealed record StepCondition(
    string? File = null, string? Changed = null, string? Set = null, string? Failed = null, string? Passed = null)
{
    /// <summary>Whether it holds.</summary>
    /// <param name="facts">What is so when the step's turn comes.</param>
    public bool Holds(StepFacts facts) =>
        (File is null || facts.Files.Any(path => PathGlob.Matches(File, path)))
        && (Changed is null || facts.Changed.Any(path => PathGlob.Matches(Changed, path)))
        && (Set is null || (facts.Values.TryGetValue(Set, out var value) && value.Length > 0))
        && (Failed is null || (facts.Steps.TryGetValue(Failed, out var failed) && !failed))
        && (Passed is null || (facts.Steps.TryGetValue(Passed, out var passed) && passed));
}
