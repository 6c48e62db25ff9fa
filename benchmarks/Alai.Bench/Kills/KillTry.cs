namespace Alai.Kills;

/// <summary>One death and what came after it.</summary>
/// <param name="Window">Where.</param>
/// <param name="Step">At which step of the window.</param>
/// <param name="Killed">Whether it died there; false when it went through the window alive.</param>
/// <param name="Faults">What was not as it should be afterwards.</param>
internal sealed record KillTry(KillWindow Window, string Step, bool Killed, IReadOnlyList<Fault> Faults)
{
    public override string ToString() => $"{Window.Name}, {Step}{(Killed ? "" : " (not reached)")}: {string.Join("; ", Faults)}";
}
