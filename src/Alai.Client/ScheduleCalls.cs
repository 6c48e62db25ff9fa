using Alai.Client.Requests;
using Alai.Client.Views;

namespace Alai.Client;

/// <summary>Calls about recurring work.</summary>
public sealed class ScheduleCalls
{
    private readonly FactoryClient client;

    internal ScheduleCalls(FactoryClient client) => this.client = client;

    /// <summary>Makes one.</summary>
    public Task<Reply<ScheduleView>> AddAsync(MakeSchedule schedule, CancellationToken cancellationToken) =>
        client.PostAsync("v1/schedules", new Sent<MakeSchedule>(schedule, WireJson.Default.MakeSchedule), WireJson.Default.ScheduleView, cancellationToken);

    /// <summary>Every schedule, each with so many of its next moments.</summary>
    public Task<Reply<ScheduleListView>> ListAsync(int next, CancellationToken cancellationToken) =>
        client.GetAsync($"v1/schedules?next={next}", WireJson.Default.ScheduleListView, cancellationToken);

    /// <summary>One schedule with so many of its next moments.</summary>
    public Task<Reply<ScheduleView>> ShowAsync(string name, int next, CancellationToken cancellationToken) =>
        client.GetAsync($"v1/schedules/{Uri.EscapeDataString(name)}?next={next}", WireJson.Default.ScheduleView, cancellationToken);

    /// <summary>Does <c>pause</c>, <c>resume</c> or <c>remove</c>.</summary>
    public Task<Reply<ScheduleView>> DoAsync(string name, string verb, CancellationToken cancellationToken) =>
        client.PostAsync($"v1/schedules/{Uri.EscapeDataString(name)}/{verb}", new Sent<VerbWords>(new VerbWords(), WireJson.Default.VerbWords), WireJson.Default.ScheduleView, cancellationToken);
}
