using System.Text.Json;

namespace Alai.Rehearsal;

/// <summary>A request the scripted provider got.</summary>
/// <param name="Path">Path and query.</param>
/// <param name="Headers">Its headers, names in lower case.</param>
/// <param name="Body">Its body.</param>
public sealed record RecordedMessage(string Path, IReadOnlyDictionary<string, string> Headers, JsonElement Body);
