using Alai.Tasks;
using Microsoft.Extensions.Logging;

namespace Alai.Orchestration;

/// <summary>What Orchestration logs: event ids 1800 to 1899.</summary>
internal static partial class Log
{
    [LoggerMessage(1800, LogLevel.Information, "scheduler started: owner {Owner}, tick every {Seconds} s")]
    public static partial void SchedulerStarted(this ILogger logger, string owner, double seconds);

    [LoggerMessage(1801, LogLevel.Information, "scheduler stopped")]
    public static partial void SchedulerStopped(this ILogger logger);

    [LoggerMessage(1802, LogLevel.Error, "tick failed; the next one tries again")]
    public static partial void TickFailed(this ILogger logger, Exception exception);

    [LoggerMessage(1803, LogLevel.Information, "{Run} claimed, tier {Tier}: {Reason}")]
    public static partial void Claimed(this ILogger logger, RunKey run, int tier, string reason);

    [LoggerMessage(1804, LogLevel.Information, "{Run} ended: {Outcome}, {Reason}")]
    public static partial void RunEnded(this ILogger logger, RunKey run, string outcome, string reason);

    [LoggerMessage(1805, LogLevel.Warning, "task {TaskId} run {RunId} was taken away; its result is discarded")]
    public static partial void RunStale(this ILogger logger, long taskId, long runId);

    [LoggerMessage(1806, LogLevel.Error, "task {TaskId} run {RunId} broke")]
    public static partial void RunBroke(this ILogger logger, Exception exception, long taskId, long runId);

    [LoggerMessage(1807, LogLevel.Warning, "settled {Count} runs of a dead worker {Owner}")]
    public static partial void Rescued(this ILogger logger, int count, string owner);

    [LoggerMessage(1808, LogLevel.Warning, "configuration: {Problem}")]
    public static partial void ConfigurationProblem(this ILogger logger, string problem);

    [LoggerMessage(1809, LogLevel.Warning, "outbox {Row} failed, try {Tries}: {Reason}")]
    public static partial void OutboxFailed(this ILogger logger, string row, int tries, string reason);

    [LoggerMessage(1810, LogLevel.Information, "task {TaskId} landed: {Reason}")]
    public static partial void Landed(this ILogger logger, long taskId, string reason);

    [LoggerMessage(1811, LogLevel.Error, "landing of task {TaskId} broke; it is held")]
    public static partial void LandingBroke(this ILogger logger, Exception exception, long taskId);

    [LoggerMessage(1812, LogLevel.Warning, "a claim of task {TaskId} was refused: {Reason}")]
    public static partial void ClaimRefused(this ILogger logger, long taskId, string reason);

    [LoggerMessage(1813, LogLevel.Warning, "clean-up after run {RunId} failed: {Reason}")]
    public static partial void CleanUpFailed(this ILogger logger, long runId, string reason);

    [LoggerMessage(1840, LogLevel.Warning, "care: {Topic} failed and is tried again: {Reason}")]
    public static partial void CareFailed(this ILogger logger, string topic, string reason);

    [LoggerMessage(1841, LogLevel.Information, "backed up to {File}, up to event {Sequence}")]
    public static partial void BackedUp(this ILogger logger, string file, long sequence);

    [LoggerMessage(1842, LogLevel.Critical, "the store did not pass its check: {Problem}")]
    public static partial void StoreBroken(this ILogger logger, string problem);

    [LoggerMessage(1844, LogLevel.Information, "the restored git work of {Product} was unpacked")]
    public static partial void GitReturned(this ILogger logger, string product);

    [LoggerMessage(1843, LogLevel.Information, "swept {Count} leftovers of finished tasks")]
    public static partial void Swept(this ILogger logger, int count);
}
