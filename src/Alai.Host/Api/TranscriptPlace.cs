using System.Globalization;

namespace Alai.Host.Api;

/// <summary>How far somebody has read the transcripts of a task: bytes by run, written as <c>RUN.BYTES-RUN.BYTES</c>.</summary>
internal sealed class TranscriptPlace
{
    private readonly SortedDictionary<long, long> places = [];

    /// <summary>Reads a place; what cannot be read is the start.</summary>
    public static TranscriptPlace Parse(string? text)
    {
        var place = new TranscriptPlace();
        foreach (var part in (text ?? "").Split('-', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('.') is [var run, var bytes]
                && long.TryParse(run, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && long.TryParse(bytes, NumberStyles.None, CultureInfo.InvariantCulture, out var at))
                place.places[id] = at;
        }

        return place;
    }

    public long this[long run]
    {
        get => places.GetValueOrDefault(run);
        set => places[run] = value;
    }

    public override string ToString() =>
        string.Join('-', places.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}.{pair.Value}")));
}
