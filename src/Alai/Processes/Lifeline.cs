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
    /// <summary>The words before a command; <paramref name="toTidy"/> for one that has something to take away before it ends.</summary>
    public IReadOnlyList<string> Prefix(bool toTidy)
    {
        List<string> prefix = Session is null ? [] : [Session];
        if (Signal is not null)
            prefix.AddRange([Signal, "--pdeathsig", toTidy ? "TERM" : "KILL", "--"]);
        return prefix;
    }
}
