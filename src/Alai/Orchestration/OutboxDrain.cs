using Alai.MissionControl;
using Microsoft.Extensions.Logging;

namespace Alai.Orchestration;

/// <summary>Sends outbox rows, each retried alone: a dead wiki delays pages and nothing else.</summary>
internal sealed class OutboxDrain(FactoryParts parts, IReadOnlyList<IOutboxTarget> targets)
{
    private const int Batch = 20;
    private const int Everything = 10_000;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(30);

    private readonly ILogger logger = parts.Options.Logs.CreateLogger<OutboxDrain>();

    /// <summary>Sends what is due.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var entry in parts.Reader.OutboxDue(parts.Time.GetUtcNow(), Batch))
        {
            var result = await SendAsync(entry, cancellationToken);
            if (!result.Sent)
                logger.OutboxFailed($"{entry.Item.Topic} row {entry.Id}", entry.Tries + 1, result.Note);
            await parts.Store.SettleOutboxAsync(entry.Id, result, cancellationToken);
        }
    }

    /// <summary>Sends every row of a topic now, whatever its back-off; each is settled as in a tick.</summary>
    public async Task<IReadOnlyList<(OutboxEntry Entry, OutboxResult Result)>> SendNowAsync(string topic, CancellationToken cancellationToken)
    {
        var sent = new List<(OutboxEntry, OutboxResult)>();
        foreach (var entry in parts.Reader.OutboxDue(DateTimeOffset.MaxValue, Everything).Where(entry => entry.Item.Topic == topic))
        {
            var result = await SendAsync(entry, cancellationToken);
            await parts.Store.SettleOutboxAsync(entry.Id, result, cancellationToken);
            sent.Add((entry, result));
        }

        return sent;
    }

    private async Task<OutboxResult> SendAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        if (targets.FirstOrDefault(target => target.Topic == entry.Item.Topic) is not { } target)
            return Later(entry, $"nothing takes topic '{entry.Item.Topic}'");
        try
        {
            return new OutboxResult(true, null, await target.SendAsync(entry.Item, cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            return Later(entry, exception.Message);
        }
    }

    private OutboxResult Later(OutboxEntry entry, string note)
    {
        var delay = TimeSpan.FromTicks(Math.Min(LongestDelay.Ticks, FirstDelay.Ticks << Math.Min(entry.Tries, 16)));
        return new OutboxResult(false, parts.Time.GetUtcNow() + delay, note);
    }
}
