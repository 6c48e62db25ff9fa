using System.Net;
using Alai.Client;
using Alai.Client.Views;
using Alai.Host.Wire;
using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Host.Api;

/// <summary>Recurring work.</summary>
internal static class Scheduling
{
    private const int FiresShown = 10;
    private const int MostNext = 100;

    public static Task<Answer> List(Call call) => Task.FromResult(Answer.Of(
        new ScheduleListView { Schedules = [.. call.Factory.Reader.Schedules().Select(schedule => ScheduleWire.Of(schedule, call.Factory, Next(call), 1))] },
        WireJson.Default.ScheduleListView));

    public static Task<Answer> Show(Call call) => Task.FromResult(Find(call) is { } schedule
        ? Answer.Of(ScheduleWire.Of(schedule, call.Factory, Next(call), FiresShown), WireJson.Default.ScheduleView)
        : Missing(call));

    public static async Task<Answer> AddAsync(Call call)
    {
        if (await call.BodyAsync(WireJson.Default.MakeSchedule) is not { } words)
            return Answer.Bad("A schedule was expected.", "a JSON object with name, cron and task", "nothing");
        if (!SnakeWord<Priority>.TryParse(words.Task.Priority, out var priority))
            return Words.Unknown<Priority>("priority", words.Task.Priority);
        if (!SnakeWord<MissedRuns>.TryParse(words.Missed, out var missed))
            return Words.Unknown<MissedRuns>("policy for missed ones", words.Missed);
        var schedule = new Schedule
        {
            Name = words.Name,
            Cron = words.Cron,
            Zone = words.Zone.Length > 0 ? words.Zone : call.Factory.Settings.Zone.Id,
            Template = "",
            Missed = missed,
            Most = words.Most,
            Actor = call.Actor,
        };
        var answer = await call.Factory.Schedules.AddAsync(schedule, TaskFiling.Request(words.Task, priority, call.Actor), call.Stop);
        call.Factory.Wake.Now();
        return answer.Schedule is { } made
            ? Answer.Of(ScheduleWire.Of(made, call.Factory, Next(call), FiresShown), WireJson.Default.ScheduleView, HttpStatusCode.Created)
            : Answer.Bad(answer.Refusal ?? "The schedule was not made.");
    }

    public static async Task<Answer> ChangeAsync(Call call)
    {
        if (!SnakeWord<ScheduleStep>.TryParse(call.Route("verb"), out var step))
            return Words.Unknown<ScheduleStep>("verb", call.Route("verb"));
        if (Find(call) is null)
            return Missing(call);
        var answer = await call.Factory.Store.ChangeScheduleAsync(call.Route("name"), step, call.Actor, call.Stop);
        call.Factory.Wake.Now();
        return answer.Schedule is { } schedule
            ? Answer.Of(ScheduleWire.Of(schedule, call.Factory, Next(call), FiresShown), WireJson.Default.ScheduleView)
            : Missing(call);
    }

    private static int Next(Call call) => Math.Clamp(call.Number("next", 3), 1, MostNext);

    private static Schedule? Find(Call call) => call.Factory.Reader.Schedules().FirstOrDefault(schedule => schedule.Name == call.Route("name"));

    private static Answer Missing(Call call)
    {
        var near = NearestWord.Of(call.Route("name"), call.Factory.Reader.Schedules().Select(schedule => schedule.Name));
        return Answer.Missing($"There is no schedule '{call.Route("name")}'.", near is null ? "See 'alai schedule list'." : $"Did you mean '{near}'?");
    }
}
