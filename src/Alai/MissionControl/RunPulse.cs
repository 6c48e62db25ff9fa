namespace Alai.MissionControl;

/// <summary>Signs of life of a run, kept so that a restart can kill what it left and people can see progress.</summary>
/// <param name="Phase">For example <c>prepare</c>, <c>agent</c>, <c>verify</c>.</param>
/// <param name="Note">One line for people.</param>
/// <param name="Workspace">The workspace's path, or null.</param>
/// <param name="Processes">Process identities (pid, start time, boot id) started for the run, or null to leave them.</param>
public sealed record RunPulse(string Phase, string Note, string? Workspace = null, string? Processes = null);
