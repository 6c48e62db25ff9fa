namespace Alai.Client;

/// <summary>The daemon took a call and does not answer, not even a second one that asks for nothing.</summary>
/// <param name="waited">How long the call has waited.</param>
public sealed class DaemonSilentException(TimeSpan waited) : Exception($"The daemon took the call and has been silent for {waited.TotalSeconds:0} s.")
{
    /// <summary>What to tell a person.</summary>
    /// <param name="pid">The daemon's process, or null when it is not known.</param>
    public Problem Tell(int? pid) => new(
        $"The daemon{(pid is { } number ? $" (pid {number})" : "")} does not answer.",
        "an answer, to this call or to a second one that asks for nothing",
        $"silence for {waited.TotalSeconds:0} s: its process is stopped or hangs",
        pid is null
            ? "Look for the process alaid. Ending it loses nothing that was answered; then 'alai up'."
            : $"If it was stopped: kill -CONT {pid}. Else kill -9 {pid} loses nothing that was answered; then 'alai up'.");
}
