using System.Text.Json;

namespace Alai.Fleet;

/// <summary>A call a model made.</summary>
/// <param name="Id">The server's id, or empty.</param>
/// <param name="Name">The tool.</param>
/// <param name="Arguments">An object.</param>
public sealed record ToolCall(string Id, string Name, JsonElement Arguments);
