using System.Globalization;
using System.Text;
using System.Text.Json;
using Alai.Client;
using Alai.Host.Wire;
using Alai.Tasks;

namespace Alai.Host.Api;

/// <summary>Events as they happen (server-sent), from a sequence number on; a reader that reconnects names its last one.</summary>
internal static class EventStream
{
    private const int Page = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(15);

    public static async Task WriteAsync(Call call)
    {
        var (root, refusal) = EventPages.RootOf(call);
        if (refusal is not null)
        {
            await refusal.WriteAsync(call.Http.Response, call.Stop);
            return;
        }

        // Both ends: an open stream would hold the daemon's end up.
        using var both = CancellationTokenSource.CreateLinkedTokenSource(call.Stop, call.Daemon.Stopping);
        call.Http.Response.ContentType = "text/event-stream";
        call.Http.Response.Headers.CacheControl = "no-store";
        try
        {
            await FollowAsync(call, (Start(call), root), both.Token);
        }
        catch (OperationCanceledException)
        {
            // One of the two ends.
        }
    }

    private static long Start(Call call) =>
        long.TryParse(call.Http.Request.Headers["Last-Event-ID"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? last
            : call.Place("after") ?? call.Factory.Reader.LastSequence();

    private static async Task FollowAsync(Call call, (long Last, TaskId? Root) from, CancellationToken cancellationToken)
    {
        var (last, root) = from;
        var body = call.Http.Response.Body;
        await body.FlushAsync(cancellationToken);
        var spoke = call.Daemon.Time.GetTimestamp();
        while (true)
        {
            var events = call.Factory.Reader.Events(root, last, Page);
            foreach (var happened in events)
            {
                var json = JsonSerializer.Serialize(TaskWire.Of(happened), WireJson.Default.EventView);
                await body.WriteAsync(Encoding.UTF8.GetBytes($"id: {happened.Sequence}\nevent: {happened.Kind}\ndata: {json}\n\n"), cancellationToken);
                last = happened.Sequence;
            }

            if (events.Count == 0 && call.Daemon.Time.GetElapsedTime(spoke) > Breath)
                await body.WriteAsync(": alive\n\n"u8.ToArray(), cancellationToken);
            else if (events.Count == 0)
            {
                await Task.Delay(Pause, call.Daemon.Time, cancellationToken);
                continue;
            }

            spoke = call.Daemon.Time.GetTimestamp();
            await body.FlushAsync(cancellationToken);
        }
    }
}
