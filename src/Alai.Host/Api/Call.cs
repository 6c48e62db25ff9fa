using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Alai.Client;
using Alai.Orchestration;
using Alai.Tasks;

namespace Alai.Host.Api;

/// <summary>One request, in the words of the factory.</summary>
internal sealed class Call(HttpContext http, Daemon daemon)
{
    // What is left out has its default; what is there and null where a value must be is the caller's mistake.
    private static readonly WireJson Strict = new(new JsonSerializerOptions(WireJson.Default.Options) { RespectNullableAnnotations = true });

    public Daemon Daemon => daemon;

    public Factory Factory => daemon.Factory;

    public HttpContext Http => http;

    public CancellationToken Stop => http.RequestAborted;

    /// <summary>Who acts. The socket is the account's own, so the name is believed.</summary>
    public string Actor => Client.Actor.Human(Uri.UnescapeDataString(http.Request.Headers[Client.Actor.Header].ToString()));

    /// <summary>How long ago it was sent, as it says itself; zero when it does not.</summary>
    public TimeSpan Age => long.TryParse(http.Request.Headers[Client.Actor.SentHeader].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var sent)
        ? TimeSpan.FromMilliseconds(Environment.TickCount64 - sent)
        : TimeSpan.Zero;

    public string Route(string name) => http.GetRouteValue(name) as string ?? "";

    public string? Query(string name) => http.Request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    public IReadOnlyList<string> QueryAll(string name) => [.. http.Request.Query[name].OfType<string>()];

    public int Number(string name, int otherwise) =>
        int.TryParse(Query(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    /// <summary>A moment, or null.</summary>
    public DateTimeOffset? Moment(string name) =>
        DateTimeOffset.TryParse(Query(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    public long? Place(string name) =>
        long.TryParse(Query(name), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;

    /// <summary>The task of the path, or why there is none.</summary>
    public (FactoryTask? Task, Answer? Refusal) Task()
    {
        var text = Route("id");
        if (!long.TryParse(text.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number <= 0)
            return (null, Answer.Bad("That is no task number.", "a positive number such as 12 or #12", text));
        return Factory.Reader.Find(new TaskId(number)) is { } task
            ? (task, null)
            : (null, Answer.Missing($"There is no task #{number}.", "See 'alai task list'."));
    }

    /// <summary>The body, or null when it is empty.</summary>
    /// <exception cref="JsonException">It is no JSON of this shape, or null stands where a value must.</exception>
    public async Task<T?> BodyAsync<T>(JsonTypeInfo<T> type)
        where T : class
    {
        // Read whole first: reading from a stream lets null pass where it must not.
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, Stop);
        if (body.Length == 0)
            return null;
        var text = body.GetBuffer().AsSpan(0, (int)body.Length);
        RefuseEmptyPlaces(text);
        return JsonSerializer.Deserialize(text, (JsonTypeInfo<T>)Strict.GetTypeInfo(type.Type)!);
    }

    // No list of any request may hold null, and the serialiser looks at properties alone.
    private static void RefuseEmptyPlaces(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        for (var before = JsonTokenType.None; reader.Read(); before = reader.TokenType)
        {
            if (reader.TokenType == JsonTokenType.Null && reader.CurrentDepth > 0 && before != JsonTokenType.PropertyName)
                throw new JsonException($"null stands in a list, at byte {reader.TokenStartIndex}; leave it out.");
        }
    }
}
