using Alai.Client.Requests;
using Alai.Client.Views;

namespace Alai.Client;

/// <summary>Calls about what the factory knows: HiveMind and the wiki.</summary>
public sealed class HiveCalls
{
    private readonly FactoryClient client;

    internal HiveCalls(FactoryClient client) => this.client = client;

    /// <summary>Remembers a text.</summary>
    public Task<Reply<HivePostedView>> PostAsync(PostToHive post, CancellationToken cancellationToken) =>
        client.PostAsync("v1/hive", new Sent<PostToHive>(post, WireJson.Default.PostToHive), WireJson.Default.HivePostedView, cancellationToken);

    /// <summary>Finds entries.</summary>
    public Task<Reply<HiveListView>> ListAsync(HiveSearch search, CancellationToken cancellationToken) =>
        client.GetAsync("v1/hive" + search.ToQueryString(), WireJson.Default.HiveListView, cancellationToken);

    /// <summary>One entry.</summary>
    public Task<Reply<HiveEntryView>> ShowAsync(long id, CancellationToken cancellationToken) =>
        client.GetAsync($"v1/hive/{id}", WireJson.Default.HiveEntryView, cancellationToken);

    /// <summary>Takes an entry out of every later answer.</summary>
    public Task<Reply<HiveEntryView>> RetractAsync(long id, string reason, CancellationToken cancellationToken) =>
        client.PostAsync($"v1/hive/{id}/retract", new Sent<VerbWords>(new VerbWords { Text = reason }, WireJson.Default.VerbWords), WireJson.Default.HiveEntryView, cancellationToken);

    /// <summary>What it holds.</summary>
    public Task<Reply<HiveStatsView>> StatsAsync(CancellationToken cancellationToken) =>
        client.GetAsync("v1/hive/stats", WireJson.Default.HiveStatsView, cancellationToken);

    /// <summary>Where pages go, and which wait.</summary>
    public Task<Reply<WikiStatusView>> WikiAsync(CancellationToken cancellationToken) =>
        client.GetAsync("v1/wiki", WireJson.Default.WikiStatusView, cancellationToken);

    /// <summary>Puts every waiting page now.</summary>
    public Task<Reply<WikiStatusView>> SyncWikiAsync(CancellationToken cancellationToken) =>
        client.PostAsync("v1/wiki/sync", new Sent<VerbWords>(new VerbWords(), WireJson.Default.VerbWords), WireJson.Default.WikiStatusView, cancellationToken);
}
