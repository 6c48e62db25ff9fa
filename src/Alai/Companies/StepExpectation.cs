using Alai.Tasks;

namespace Alai.Companies;

/// <summary>What counts as success of a step. A part that is null does not count.</summary>
/// <param name="Fails">For a command: true wants any exit code but 0 (a reproduction must fail first); else 0.</param>
/// <param name="Output">A text its output holds.</param>
/// <param name="File">A pattern: some file matches it afterwards.</param>
/// <param name="Changed">A pattern: some changed file matches it afterwards.</param>
public sealed record StepExpectation(bool Fails = false, string? Output = null, string? File = null, string? Changed = null)
{
    /// <summary>What is missing for success, in words; null when nothing is.</summary>
    /// <param name="exitCode">The command's exit code, or null for a goal.</param>
    /// <param name="output">The command's output, or the model's answer.</param>
    /// <param name="after">What is so after the step.</param>
    public string? Missing(int? exitCode, string output, StepFacts after)
    {
        if (exitCode is { } code && Fails == (code == 0))
            return Fails ? "expected the command to fail; it exited with 0" : $"expected exit code 0; found {code}";
        if (Output is not null && !output.Contains(Output, StringComparison.Ordinal))
            return $"expected the output to hold '{Output}'; it does not";
        if (File is not null && !after.Files.Any(path => PathGlob.Matches(File, path)))
            return $"expected a file matching '{File}'; there is none";
        return Changed is not null && !after.Changed.Any(path => PathGlob.Matches(Changed, path))
            ? $"expected a change to a file matching '{Changed}'; there is none"
            : null;
    }
}
