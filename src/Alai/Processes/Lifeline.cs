namespace Alai.Processes;

/// <summary>
/// What stands before every command: a session of its own (so that the tree can be found) and a signal at the parent's
/// death (so that a killed daemon leaves no children).
/// </summary>
/// <param name="Session">The program that makes a session, or null.</param>
/// <param name="Signal">The program that asks the kernel for a signal at the parent's death, or null.</param>
/// <param name="Missing">What is missing, in words, or empty.</param>
internal sealed record Lifeline(string? Session, string? Signal, string Missing)
{
    /// <summary>The words before a command.</summary>
    public IReadOnlyList<string> Prefix(DaemonsDeath death)
    {
        List<string> prefix = Session is null ? [] : [Session];
        if (Signal is not null && death != DaemonsDeath.LetsFinish)
            prefix.AddRange([Signal, "--pdeathsig", death == DaemonsDeath.Ends ? "TERM" : "KILL", "--"]);
        return prefix;
    }
}
