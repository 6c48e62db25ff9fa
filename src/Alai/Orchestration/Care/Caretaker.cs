using Alai.MissionControl;
using Alai.Tasks;
using Microsoft.Extensions.Logging;

namespace Alai.Orchestration;

/// <summary>
/// Looks after the home beside the tick, never in its way: a backup when one is due, the whole chain each night, leftovers once a
/// day. It calls no model and starts no work; what goes wrong becomes an alarm and is tried again.
/// </summary>
internal sealed class Caretaker(CareParts care, HomeBackup backup, LeftoverSweep leftovers, (SavedRepositories Repositories, RecordCheck Records) files) : IAsyncDisposable
{
    /// <summary>How often it looks whether something is due.</summary>
    public static readonly TimeSpan Round = TimeSpan.FromMinutes(1);

    /// <summary>How the alarm of a check that failed begins.</summary>
    public const string Unsound = "the store did not pass its check";

    // A laptop that is opened for half a minute now and then has backups too.
    private static readonly TimeSpan FirstRound = TimeSpan.FromSeconds(15);

    private const int NightHour = 3;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly ILogger logger = care.Parts.Options.Logs.CreateLogger<Caretaker>();
    private readonly CancellationTokenSource stop = new();
    private Task? loop;

    private FactoryParts Parts => care.Parts;

    /// <summary>Starts looking, a moment from now and then each round.</summary>
    public void Start() => loop ??= Task.Run(() => LoopAsync(stop.Token), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        if (loop is not null)
            await loop;
        stop.Dispose();
    }

    /// <summary>Why the store is open for reading only, or null.</summary>
    public string? StoreAlarm => care.Store.Alarm;

    /// <summary>A person accepts what is left after a loss.</summary>
    public async Task AcceptAsync(string actor, string reason, CancellationToken cancellationToken)
    {
        await care.Store.AcceptChainAsync(actor, reason, cancellationToken);
        await files.Records.AcceptAsync(actor, reason, cancellationToken);
        Recall();
    }

    /// <summary>Shows what an earlier daemon found, until it is looked at again.</summary>
    public void Recall()
    {
        Parts.Care.Set("store", care.Store.Alarm is { } alarm ? $"the store is open for reading only: {alarm}. See alai db check" : null);
        Tell(CareState.Read(Parts.Home));
    }

    /// <summary>Does what is due.</summary>
    public async Task RoundAsync(CancellationToken cancellationToken)
    {
        await TryAsync("git", files.Repositories.ReturnAsync, cancellationToken);
        await TryAsync("backup", BackUpIfDueAsync, cancellationToken);
        await TryAsync("check", CheckIfDueAsync, cancellationToken);
        await TryAsync("leftovers", SweepIfDueAsync, cancellationToken);
    }

    /// <summary>Checks the whole store now and remembers what was found.</summary>
    public async Task<StoreReport> CheckAsync(CancellationToken cancellationToken)
    {
        var store = await care.Store.CheckAsync(cancellationToken);
        var report = store with { Findings = [.. store.Findings, .. await files.Records.RunAsync(cancellationToken)] };
        var now = Parts.Time.GetUtcNow();
        var state = CareState.Read(Parts.Home) with { CheckedAt = now, Problem = report.Problem, Links = report.Chain.Links };
        state.Write(Parts.Home);
        Tell(state);
        return report;
    }

    private async Task LoopAsync(CancellationToken cancellationToken)
    {
        try
        {
            for (var pause = FirstRound; ; pause = Round)
            {
                await Task.Delay(pause, Parts.Time, cancellationToken);
                await RoundAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The daemon ends.
        }
    }

    private async Task TryAsync(string topic, Func<CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        try
        {
            await act(cancellationToken);
            Parts.Care.Set("failed-" + topic, null);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            logger.CareFailed(topic, problem.Message);
            Parts.Care.Set("failed-" + topic, $"{topic} failed: {problem.Message}" + (problem is FactoryException { Hint.Length: > 0 } known ? $" {known.Hint}" : ""));
        }
    }

    private async Task BackUpIfDueAsync(CancellationToken cancellationToken)
    {
        var settings = Parts.Settings.Backup;
        var last = backup.All() is [var newest, ..] ? newest : null;
        var now = Parts.Time.GetUtcNow();
        if (settings.Every == TimeSpan.Zero || Parts.Reader.LastSequence() == (last?.Sequence ?? 0) || (last is not null && now - last.At < settings.Every && now >= last.At))
            return;
        var made = await backup.MakeAsync(null, whole: false, "on schedule", cancellationToken);
        logger.BackedUp(made.File, made.Sequence);
        if (Parts.Now.Guessed.Count == 0)
            backup.Prune();
    }

    private async Task CheckIfDueAsync(CancellationToken cancellationToken)
    {
        var now = Parts.Time.GetUtcNow();
        var last = CareState.Read(Parts.Home).CheckedAt;
        var (local, before) = (InZone(now), last is { } at ? InZone(at) : (DateTimeOffset?)null);
        if (last is not null && last <= now && (before!.Value.Date == local.Date || local.Hour < NightHour) && now - last < Day)
            return;
        var report = await CheckAsync(cancellationToken);
        if (report.IsSound)
            return;
        logger.StoreBroken(report.Problem);
        if (care.Store.Alarm is null)
            await Parts.Store.NoteAsync("check_failed", "daemon", report.Problem, cancellationToken);
    }

    private async Task SweepIfDueAsync(CancellationToken cancellationToken)
    {
        // How long the owner keeps things is not known now, and what is deleted stays deleted.
        if (Parts.Now.Guessed.Count > 0)
            return;
        var state = CareState.Read(Parts.Home);
        var now = Parts.Time.GetUtcNow();
        if (state.SweptAt is { } swept && swept <= now && now - swept < Day)
            return;
        var gone = await leftovers.RunAsync(cancellationToken);
        (CareState.Read(Parts.Home) with { SweptAt = now }).Write(Parts.Home);
        if (gone.Count > 0)
            logger.Swept(gone.Count);
    }

    private void Tell(CareState state) => Parts.Care.Set(
        "check", state.Problem.Length > 0 ? $"{Unsound} of {state.CheckedAt:yyyy-MM-dd HH:mm} UTC: {state.Problem}. See alai db check" : null);

    private DateTimeOffset InZone(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Parts.Settings.Zone);
}
