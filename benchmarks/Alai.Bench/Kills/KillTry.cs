namespace Alai.Kills;

/// <summary>One death and what came after it.</summary>
/// <param name="Window">Where.</param>
/// <param name="Step">At which step of the window, from 1.</param>
/// <param name="Place">The last step the daemon wrote down; empty when it went through the window alive.</param>
/// <param name="Faults">What was not as it should be afterwards.</param>
internal sealed record KillTry(KillWindow Window, int Step, string Place, IReadOnlyList<Fault> Faults)
{
    public bool Killed => Place.Length > 0;

    public override string ToString() => $"{Window.Name}, step {Step} ({(Killed ? Place : "not reached")}): {string.Join("; ", Faults)}";
}
