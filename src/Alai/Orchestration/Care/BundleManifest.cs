using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alai.Orchestration;

/// <summary>What a bundle says of itself; see <c>docs/bundle.md</c>.</summary>
internal sealed record BundleManifest
{
    /// <summary>The version this ALAI writes and the newest it reads.</summary>
    public const int Newest = 1;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string Format { get; init; } = "alai-bundle";

    public int Version { get; init; } = Newest;

    /// <summary><c>backup</c> (the database as it is) or <c>export</c> (every table as lines of JSON).</summary>
    public required string Kind { get; init; }

    /// <summary>The schema of the store in it.</summary>
    public int Schema { get; init; }

    /// <summary>The last event in it.</summary>
    public long Sequence { get; init; }

    /// <summary>That event's hash.</summary>
    public string Head { get; init; } = "";

    /// <summary>When it was made; backups only, so that two exports of one state are the same bytes.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Why it was made; backups only.</summary>
    public string? Reason { get; init; }

    public IReadOnlyList<BundleEntry> Entries { get; init; } = [];

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    public static BundleManifest? Parse(Stream json) => JsonSerializer.Deserialize<BundleManifest>(json, Json);
}

/// <summary>One file of a bundle.</summary>
/// <param name="Name">Its path in the bundle, with slashes.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its hash, lower-case hex.</param>
internal sealed record BundleEntry(string Name, long Bytes, string Sha256)
{
    /// <summary>Lines of JSON in it; null for other files.</summary>
    public long? Rows { get; init; }
}
