using Alai.Sandbox;

namespace Alai.Orchestration;

/// <summary>The sandbox a run gets.</summary>
/// <param name="Sandbox">The sandbox, or null when none is good enough.</param>
/// <param name="Level">What it is worth; S0 is unsandboxed.</param>
/// <param name="Refusal">Why there is none, with the fix; null when there is one.</param>
internal sealed record SandboxChoice(ISandbox? Sandbox, SandboxLevel Level, string? Refusal);
