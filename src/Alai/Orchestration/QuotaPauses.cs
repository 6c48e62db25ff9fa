using System.Collections.Concurrent;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>
/// Providers that said "no more until then". The tier rests until that time; other tiers go on. The store keeps them: they are
/// written with the run that met the quota and read again at start.
/// </summary>
internal sealed class QuotaPauses(IEnumerable<TierRest> stored)
{
    private readonly ConcurrentDictionary<int, DateTimeOffset> until = new(stored.ToDictionary(rest => rest.Tier, rest => rest.Until));

    /// <summary>Pauses a tier; the later of two times counts.</summary>
    public void Pause(TierRest rest) => until.AddOrUpdate(rest.Tier, rest.Until, (_, before) => rest.Until > before ? rest.Until : before);

    /// <summary>When a tier goes on, or null when it does not rest.</summary>
    public DateTimeOffset? Until(int tier, DateTimeOffset now) => until.TryGetValue(tier, out var end) && end > now ? end : null;
}
