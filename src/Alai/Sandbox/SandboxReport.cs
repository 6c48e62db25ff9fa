using System.Text.Json.Serialization;

namespace Alai.Sandbox;

/// <summary>What the self-test found.</summary>
/// <param name="Backend">The backend's name.</param>
/// <param name="Level">What it is worth on this machine.</param>
/// <param name="Checks">Everything that was tried.</param>
/// <param name="Fix">What to do for a better level, in words; empty when nothing is needed.</param>
public sealed record SandboxReport(string Backend, SandboxLevel Level, IReadOnlyList<SandboxCheck> Checks, string Fix)
{
    /// <summary>Whether programs inside reach the daemon's doors: the model proxy and the set-up proxy.</summary>
    [JsonIgnore]
    public bool HasDoor => Checks.Any(check => check is { Name: DoorTest.Reaches, Passed: true });
}
