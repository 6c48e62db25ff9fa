using System.Buffers;
using System.Text;
using System.Text.Json;
using Alai.Budgets;

namespace Alai.Host.Models;

/// <summary>Reads a provider's answer as it passes and keeps what it says was used; event stream or one JSON object.</summary>
internal sealed class UsageMeter(bool isStream)
{
    private const int LargestLine = 16 * 1024 * 1024;
    private const int LongestText = 128 * 1024;
    private readonly ArrayBufferWriter<byte> line = new();
    private readonly StringBuilder text = new();
    private readonly Dictionary<string, long> counts = new(StringComparer.Ordinal);

    /// <summary>Whether the answer came to its end, so that the counts are final.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>The error the stream ended with, or empty.</summary>
    public string Error { get; private set; } = "";

    /// <summary>What was used; meaningful when complete.</summary>
    public TokenUse Use => new(Count("input_tokens"), Count("output_tokens"), Count("cache_creation_input_tokens"), Count("cache_read_input_tokens"));

    /// <summary>The answer's text, its beginning at least, for the record.</summary>
    public string Text => text.ToString();

    /// <summary>Hears the next bytes.</summary>
    public void Hear(ReadOnlySpan<byte> bytes)
    {
        if (text.Length < LongestText)
            text.Append(Encoding.UTF8.GetString(bytes));
        while (isStream && bytes.IndexOf((byte)'\n') is var end and >= 0)
        {
            line.Write(bytes[..end]);
            Line();
            bytes = bytes[(end + 1)..];
        }

        if (line.WrittenCount + bytes.Length <= LargestLine)
            line.Write(bytes);
    }

    /// <summary>The answer has ended.</summary>
    public void End()
    {
        if (isStream || Parse(line.WrittenMemory) is not { ValueKind: JsonValueKind.Object } whole)
            return;
        Take(whole);
        IsComplete = counts.Count > 0;
    }

    private void Line()
    {
        var said = line.WrittenMemory;
        line.ResetWrittenCount();
        if (!said.Span.StartsWith("data:"u8) || Parse(said[5..]) is not { ValueKind: JsonValueKind.Object } json)
            return;
        switch (Word(json, "type"))
        {
            case "message_start" when json.TryGetProperty("message", out var message):
                Take(message);
                break;
            case "message_delta":
                Take(json);
                break;
            case "message_stop":
                IsComplete = true;
                break;
            case "error":
                Error = json.TryGetProperty("error", out var error) ? $"{Word(error, "type")}: {Word(error, "message")}" : "error";
                break;
        }
    }

    // Each count is cumulative: the last word of the stream is the bill.
    private void Take(JsonElement holder)
    {
        if (holder.ValueKind != JsonValueKind.Object || !holder.TryGetProperty("usage", out var usage) || usage.ValueKind != JsonValueKind.Object)
            return;
        foreach (var count in usage.EnumerateObject())
        {
            if (count.Value.ValueKind == JsonValueKind.Number && count.Value.TryGetInt64(out var number) && number >= 0)
                counts[count.Name] = Math.Max(number, counts.GetValueOrDefault(count.Name));
        }
    }

    private long Count(string name) => counts.GetValueOrDefault(name);

    private static JsonElement? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Word(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
