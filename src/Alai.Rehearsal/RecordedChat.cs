using System.Text.Json;

namespace Alai.Rehearsal;

/// <summary>A chat request as it arrived.</summary>
/// <param name="Model">The model asked.</param>
/// <param name="Turn">The turn of the conversation, from 1.</param>
/// <param name="Body">The whole request.</param>
/// <param name="Bytes">Its length on the wire.</param>
public sealed record RecordedChat(string Model, int Turn, JsonElement Body, int Bytes)
{
    /// <summary>The texts of all messages of a role.</summary>
    public string Texts(string role) => string.Join("\n", Messages
        .Where(message => message.GetProperty("role").GetString() == role)
        .Select(message => message.GetProperty("content").GetString()));

    /// <summary>The messages.</summary>
    public IEnumerable<JsonElement> Messages => Body.GetProperty("messages").EnumerateArray();

    /// <summary>The last message's text.</summary>
    public string Last => Messages.Last().GetProperty("content").GetString() ?? "";

    /// <summary>The text of all messages.</summary>
    public string All => string.Join("\n", Messages.Select(message => message.GetProperty("content").GetString()));

    /// <summary>The first user message.</summary>
    public string Task => Messages.FirstOrDefault(message => message.GetProperty("role").GetString() == "user") is { ValueKind: JsonValueKind.Object } first
        ? first.GetProperty("content").GetString() ?? ""
        : "";

    /// <summary>Whether an answer by schema is asked for.</summary>
    public bool AsksSchema => Body.TryGetProperty("format", out var format) && format.ValueKind != JsonValueKind.Null;

    /// <summary>Whether tools are offered.</summary>
    public bool OffersTools => Body.TryGetProperty("tools", out var tools) && tools.GetArrayLength() > 0;
}
