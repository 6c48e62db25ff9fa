using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Alai.Client;

/// <summary>The typed client of the daemon's API; one method a group of calls, see <see cref="Tasks"/>, <see cref="Catalogues"/>, <see cref="Daemon"/>, <see cref="Fleet"/>.</summary>
public sealed class FactoryClient : IDisposable
{
    /// <summary>The largest body of a request, in bytes; both sides hold it.</summary>
    public const long LargestRequest = 4 * 1024 * 1024;

    private readonly HttpClient http;
    private readonly string actor;

    /// <summary>Makes one.</summary>
    /// <param name="http">Its base address is the daemon; disposed with the client.</param>
    /// <param name="actor">Who acts, as <c>human:NAME</c>.</param>
    public FactoryClient(HttpClient http, string actor)
    {
        this.http = http;
        this.actor = Uri.EscapeDataString(actor);
        Tasks = new TaskCalls(this);
        Catalogues = new CatalogueCalls(this);
        Daemon = new DaemonCalls(this);
        Events = new EventCalls(this);
        Schedules = new ScheduleCalls(this);
        Fleet = new FleetCalls(this);
        Hive = new HiveCalls(this);
        Pipelines = new PipelineCalls(this);
        Care = new CareCalls(this);
    }

    /// <summary>Filing, reading and changing tasks; the inbox.</summary>
    public TaskCalls Tasks { get; }

    /// <summary>Products and companies.</summary>
    public CatalogueCalls Catalogues { get; }

    /// <summary>Status, doctor, halt, logs, shutdown.</summary>
    public DaemonCalls Daemon { get; }

    /// <summary>Recurring work.</summary>
    public ScheduleCalls Schedules { get; }

    /// <summary>The event log.</summary>
    public EventCalls Events { get; }

    /// <summary>The machines that serve models.</summary>
    public FleetCalls Fleet { get; }

    /// <summary>HiveMind and the wiki.</summary>
    public HiveCalls Hive { get; }

    /// <summary>Pipelines, reports, cost.</summary>
    public PipelineCalls Pipelines { get; }

    /// <summary>The store itself: check, backup, export, import.</summary>
    public CareCalls Care { get; }

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    internal Task<Reply<T>> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class => SendAsync(new HttpRequestMessage(HttpMethod.Get, path), type, cancellationToken);

    internal Task<Reply<T>> PostAsync<TBody, T>(string path, Sent<TBody> body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class => SendAsync(Carry(HttpMethod.Post, path, body), type, cancellationToken);

    internal Task<Reply<T>> PatchAsync<TBody, T>(string path, Sent<TBody> body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class => SendAsync(Carry(HttpMethod.Patch, path, body), type, cancellationToken);

    internal async Task<Stream> StreamAsync(string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add(Actor.Header, actor);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStreamAsync(cancellationToken);
    }

    private static HttpRequestMessage Carry<TBody>(HttpMethod method, string path, Sent<TBody> body) => new(method, path)
    {
        Content = new StringContent(JsonSerializer.Serialize(body.Value, body.Type), Encoding.UTF8, "application/json"),
    };

    private async Task<Reply<T>> SendAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        using (request)
        {
            // Asked here, because a server that stops reading in the middle cannot say why.
            if (request.Content?.Headers.ContentLength > LargestRequest)
                return new Reply<T> { Problem = TooLarge(request.Content.Headers.ContentLength.Value), Status = HttpStatusCode.RequestEntityTooLarge };
            request.Headers.Add(Actor.Header, actor);
            request.Headers.Add(Actor.SentHeader, Environment.TickCount64.ToString(CultureInfo.InvariantCulture));
            using var response = await http.SendAsync(request, cancellationToken);
            var json = await response.Content.ReadAsStringAsync(cancellationToken);
            return response.IsSuccessStatusCode
                ? new Reply<T> { Value = JsonSerializer.Deserialize(json, type), Status = response.StatusCode, Json = json }
                : new Reply<T> { Problem = ReadProblem(json, response.StatusCode), Status = response.StatusCode, Json = json };
        }
    }

    private static Problem TooLarge(long bytes) =>
        new("That is too much for one request.", $"at most {LargestRequest} bytes", $"{bytes} bytes", "Put long material into the product's repository and name the file.");

    private static Problem ReadProblem(string json, HttpStatusCode status)
    {
        try
        {
            if (JsonSerializer.Deserialize(json, WireJson.Default.Problem) is { Error.Length: > 0 } problem)
                return problem;
        }
        catch (JsonException)
        {
            // Not ours: the status alone must do.
        }

        return new Problem($"The daemon answered {(int)status} {status} without a reason.", Hint: "Look at 'alai logs'.");
    }
}
