using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Alai.Cli.Filing;

/// <summary>
/// A key for each entry of a file, made of what the entry says: a line that is put in above, or moved, changes the key of
/// no other. Entries that say the same are counted.
/// </summary>
internal sealed class EntryKeys(string? key)
{
    private const int Hexadecimals = 16;
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    /// <summary>The key of the next entry, or null when no key was given.</summary>
    public string? Of(string content)
    {
        if (key is null)
            return null;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..Hexadecimals];
        var times = seen[hash] = seen.GetValueOrDefault(hash) + 1;
        return times == 1 ? $"{key}:{hash}" : string.Create(CultureInfo.InvariantCulture, $"{key}:{hash}:{times}");
    }

    /// <summary>The key of an object: neither the order of its members nor its spaces change it.</summary>
    public string? Of(JsonElement entry)
    {
        if (key is null)
            return null;
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            foreach (var property in entry.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal))
                property.WriteTo(writer);
            writer.WriteEndObject();
        }

        return Of(Encoding.UTF8.GetString(bytes.ToArray()));
    }
}
