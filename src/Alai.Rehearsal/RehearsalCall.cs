using System.Text.Json;

namespace Alai.Rehearsal;

/// <summary>A call of a scripted model.</summary>
/// <param name="Tool">The tool's name.</param>
/// <param name="Args">An object.</param>
public sealed record RehearsalCall(string Tool, JsonElement Args);
