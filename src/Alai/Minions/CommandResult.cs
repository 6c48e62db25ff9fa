namespace Alai.Minions;

/// <summary>What came of a command.</summary>
/// <param name="ExitCode">Its exit code, or null when it was killed.</param>
/// <param name="Output">Standard output and error, already bounded.</param>
/// <param name="TimedOut">Whether time ran out.</param>
public sealed record CommandResult(int? ExitCode, string Output, bool TimedOut = false)
{
    /// <summary>Why it could not start; empty when it did.</summary>
    public string NotStarted { get; init; } = "";
}
