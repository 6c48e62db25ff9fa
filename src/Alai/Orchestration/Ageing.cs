namespace Alai.Orchestration;

/// <summary>Now and then lets open work rise that has waited long, in small pieces, so that no claim waits for it.</summary>
internal sealed class Ageing(FactoryParts parts)
{
    private const int Piece = 100;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    private DateTimeOffset? last;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = parts.Time.GetUtcNow();
        var period = parts.Settings.Orchestrator.Ageing;

        // A clock that went back must not stop it for good.
        if (period <= TimeSpan.Zero || (last is { } before && now >= before && now - before < Every))
            return;
        last = now;
        while (await parts.Store.AgeAsync(period, Piece, cancellationToken) >= Piece)
        {
        }
    }
}
