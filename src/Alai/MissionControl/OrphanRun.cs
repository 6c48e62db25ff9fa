using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>A run whose worker died.</summary>
/// <param name="Key">The key it had; no longer valid.</param>
/// <param name="Workspace">The workspace it recorded, or null.</param>
/// <param name="Processes">The process identities it recorded, or null.</param>
public sealed record OrphanRun(RunKey Key, string? Workspace, string? Processes);
