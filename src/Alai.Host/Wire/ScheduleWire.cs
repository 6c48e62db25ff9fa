using Alai.Client.Requests;
using Alai.Client.Views;
using Alai.MissionControl;
using Alai.Orchestration;
using Alai.Tasks;

namespace Alai.Host.Wire;

/// <summary>Schedules in the words of the wire.</summary>
internal static class ScheduleWire
{
    public static ScheduleView Of(Schedule schedule, Factory factory, int next, int fires) => new()
    {
        Name = schedule.Name,
        Cron = schedule.Cron,
        Zone = schedule.Zone,
        Missed = SnakeWord<MissedRuns>.Of(schedule.Missed),
        Most = schedule.Most,
        By = schedule.Actor,
        Paused = schedule.Paused,
        Next = schedule.Paused ? [] : CronTimes.Read(schedule.Cron, schedule.Zone).Times?.Next(schedule.SeenAt, next) ?? [],
        Fires = [.. factory.Reader.Fires(schedule.Id, fires).Select(fire => new ScheduleFireView { Slot = fire.Slot, At = fire.At, Task = fire.Task?.Value, Note = fire.Note })],
        Task = Of(Schedules.Request(schedule)),
    };

    private static FileTask Of(FilingRequest request) => new()
    {
        Title = request.Title,
        Body = request.Body,
        Product = request.Product,
        Priority = SnakeWord<Priority>.Of(request.Priority),
        Labels = request.Labels,
        Criteria = request.Criteria,
        Verify = request.Verify,
        Deploy = request.Deploy,
        Docs = request.Docs,
        Owner = request.Owner,
        OneShot = request.OneShot,
        Tier = request.Tier,
    };
}
