using Alai.Client;
using Alai.Client.Views;
using Alai.MissionControl;
using Alai.Orchestration;

namespace Alai.Host.Api;

/// <summary>Where pages go, and sending those that wait.</summary>
internal static class WikiPages
{
    private const string Topic = "wiki";
    private const int MostWaiting = 10_000;

    public static Task<Answer> Status(Call call) => Task.FromResult(Answer.Of(Read(call), WireJson.Default.WikiStatusView));

    public static async Task<Answer> SyncAsync(Call call)
    {
        var sent = await call.Factory.Outbox.SendNowAsync(Topic, call.Stop);
        return Answer.Of(
            Read(call) with
            {
                Sent = [.. sent.Where(one => one.Result.Sent).Select(one => one.Result.Note)],
                Failed = [.. sent.Where(one => !one.Result.Sent).Select(one => $"{Name(call, one.Entry)}: {one.Result.Note}")],
            },
            WireJson.Default.WikiStatusView);
    }

    private static WikiStatusView Read(Call call)
    {
        var settings = call.Factory.Settings.Wiki;
        var folder = call.Factory.Parts.Home.Wiki;
        var isFolder = settings.Kind == "folder";
        return new WikiStatusView
        {
            Kind = settings.Kind,
            Location = isFolder ? folder : settings.Url?.ToString() ?? "",
            Pages = isFolder ? Pages(folder) : null,
            Waiting = [.. call.Factory.Reader.OutboxDue(DateTimeOffset.MaxValue, MostWaiting).Where(entry => entry.Item.Topic == Topic)
                .Select(entry => $"{Name(call, entry)}, tried {entry.Tries} times, waits since {entry.CreatedAt:yyyy-MM-dd HH:mm} UTC")],
        };
    }

    private static long Pages(string folder) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).LongCount() : 0;

    private static string Name(Call call, OutboxEntry entry)
    {
        var ended = System.Text.Json.JsonSerializer.Deserialize<RootEnded>(entry.Item.Payload, RootEnded.Json);
        return ended is not null && call.Factory.Reader.Find(new Tasks.TaskId(ended.Task)) is { } root ? $"{root.Id} {root.Title}" : entry.Item.IdempotencyKey;
    }
}
