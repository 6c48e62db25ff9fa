namespace Alai.Processes;

/// <summary>What a reaper found and could not kill.</summary>
/// <param name="Found">Processes that were still running.</param>
/// <param name="Survivors">Those that are running yet, as <c>pid name</c>.</param>
public sealed record ReapReport(int Found, IReadOnlyList<string> Survivors);
