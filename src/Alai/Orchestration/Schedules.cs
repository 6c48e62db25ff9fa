using System.Globalization;
using System.Text.Json;
using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>
/// Recurring work: at each slot a schedule's task goes through the one way into Mission Control, safety rules included. The
/// slot is part of the task's key, so a daemon killed between filing and noting files nothing twice.
/// </summary>
internal sealed class Schedules(FactoryParts parts, Filing filing)
{
    // A slot this young counts as kept, not as missed: a tick comes every half minute, a wake-up may be late.
    private static readonly TimeSpan Punctual = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(366);

    /// <summary>Makes a schedule after everything of it was checked, or says what is wrong.</summary>
    public async Task<ScheduleAnswer> AddAsync(Schedule schedule, FilingRequest request, CancellationToken cancellationToken)
    {
        var wrong = Name(schedule.Name) ?? CronTimes.Read(schedule.Cron, schedule.Zone).Problem ?? filing.Refusal(Titled(request, schedule, parts.Time.GetUtcNow()));
        if (schedule.Most is < 1 or > 100)
            wrong ??= $"expected at most 1 to 100 missed ones to make up for; found {schedule.Most}";
        return wrong is not null
            ? new ScheduleAnswer(null, wrong)
            : await parts.Store.AddScheduleAsync(schedule with { Template = JsonSerializer.Serialize(request) }, cancellationToken);
    }

    /// <summary>The moment the next schedule is due, or null.</summary>
    public DateTimeOffset? NextDue() => parts.Reader.Schedules()
        .Where(schedule => !schedule.Paused)
        .Select(schedule => CronTimes.Read(schedule.Cron, schedule.Zone).Times?.After(schedule.SeenAt))
        .Min();

    /// <summary>What a schedule files, as it was asked for.</summary>
    public static FilingRequest Request(Schedule schedule) => JsonSerializer.Deserialize<FilingRequest>(schedule.Template)
        ?? throw new FactoryException($"The schedule {schedule.Name} holds no task.", "Remove it and make it anew.");

    /// <summary>Fires every slot that is due.</summary>
    public async Task RunAsync(Heartbeat heartbeat, CancellationToken cancellationToken)
    {
        foreach (var schedule in parts.Reader.Schedules().Where(schedule => !schedule.Paused))
        {
            var (times, problem) = CronTimes.Read(schedule.Cron, schedule.Zone);
            try
            {
                if (times is null)
                    heartbeat.Alarm($"schedule {schedule.Name}: {problem}");
                else
                    await FireAsync(schedule, times, heartbeat, cancellationToken);
            }
            catch (Exception broken) when (broken is FactoryException or JsonException)
            {
                // One that cannot be read must not keep the others, and the tick, from their work.
                heartbeat.Alarm($"schedule {schedule.Name} broke: {broken.Message}");
            }
        }
    }

    private async Task FireAsync(Schedule schedule, CronTimes times, Heartbeat heartbeat, CancellationToken cancellationToken)
    {
        var now = parts.Time.GetUtcNow();
        var from = schedule.SeenAt > now - LookBack ? schedule.SeenAt : now - LookBack;
        var (newest, all) = times.Between(from, now, schedule.Missed == MissedRuns.All ? schedule.Most : 1);
        var due = newest.Where(slot => schedule.Missed != MissedRuns.Skip || now - slot <= Punctual).ToList();
        foreach (var slot in due)
        {
            var answer = await filing.FileAsync(Titled(Request(schedule), schedule, slot) with { Key = Key(schedule, slot) }, cancellationToken);
            var passed = slot == due[0] && all > due.Count ? $"{all - due.Count} missed before it were passed over" : "";
            if (answer.Refusal is { } refusal)
                heartbeat.Alarm($"schedule {schedule.Name} could not file its task: {refusal}");
            await parts.Store.RecordSlotAsync(new ScheduleFire(schedule.Id, slot, answer.Task?.Id, answer.Refusal ?? passed), cancellationToken);
        }

        if (due.Count == 0 && all > 0)
            await parts.Store.PassOverAsync(schedule.Id, newest[^1], cancellationToken);
    }

    private static string Key(Schedule schedule, DateTimeOffset slot) =>
        string.Create(CultureInfo.InvariantCulture, $"schedule:{schedule.Id}:{schedule.CreatedAt.ToUnixTimeMilliseconds()}:{slot.ToUnixTimeSeconds()}");

    // {date} is the slot's day where the schedule lives.
    private static FilingRequest Titled(FilingRequest request, Schedule schedule, DateTimeOffset slot)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(schedule.Zone, out var zone))
            return request;
        var day = TimeZoneInfo.ConvertTime(slot, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return request with { Title = request.Title.Replace("{date}", day, StringComparison.Ordinal) };
    }

    private static string? Name(string name) => name.Length is > 0 and <= 60 && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
        ? null
        : $"'{name}' cannot name a schedule: expected 1 to 60 small letters, digits and hyphens, for example nightly-audit";
}
