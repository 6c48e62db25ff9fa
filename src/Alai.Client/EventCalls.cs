using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Alai.Client.Views;

namespace Alai.Client;

/// <summary>Calls about the event log: everything that ever happened, numbered without gaps.</summary>
public sealed class EventCalls
{
    private readonly FactoryClient client;

    internal EventCalls(FactoryClient client) => this.client = client;

    /// <summary>The events after a sequence number, oldest first; a page of at most 1,000.</summary>
    /// <param name="after">The last one known; 0 begins at the start.</param>
    /// <param name="task">Only what belongs to this task's root, or null.</param>
    /// <param name="limit">1 to 1,000.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<Reply<EventListView>> AfterAsync(long after, long? task, int limit, CancellationToken cancellationToken) =>
        client.GetAsync($"v1/events/page?after={after}&limit={limit}{Of(task)}", WireJson.Default.EventListView, cancellationToken);

    /// <summary>The newest events, oldest of them first.</summary>
    /// <param name="task">Only what belongs to this task's root, or null.</param>
    /// <param name="limit">1 to 1,000.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<Reply<EventListView>> NewestAsync(long? task, int limit, CancellationToken cancellationToken) =>
        client.GetAsync($"v1/events/page?limit={limit}{Of(task)}", WireJson.Default.EventListView, cancellationToken);

    /// <summary>Events as they happen, after a sequence number, until the daemon ends or the connection is cut.</summary>
    /// <param name="after">The last one known.</param>
    /// <param name="task">Only what belongs to this task's root, or null.</param>
    /// <param name="cancellationToken">Stops following.</param>
    public async IAsyncEnumerable<EventView> FollowAsync(long after, long? task, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = await client.StreamAsync($"v1/events?after={after}{Of(task)}", cancellationToken);
        var parser = SseParser.Create(stream, (_, bytes) => Encoding.UTF8.GetString(bytes));

        // What was cut in the middle is not given: it comes whole after the next connection.
        await foreach (var item in parser.EnumerateAsync(cancellationToken))
        {
            if (JsonSerializer.Deserialize(item.Data, WireJson.Default.EventView) is { } happened)
                yield return happened;
        }
    }

    private static string Of(long? task) => task is { } id ? $"&task={id}" : "";
}
