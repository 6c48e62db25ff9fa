using System.Collections.Concurrent;

namespace Alai.Orchestration;

/// <summary>Providers that said "no more until then". The tier rests until that time; other tiers go on.</summary>
internal sealed class QuotaPauses
{
    private readonly ConcurrentDictionary<int, DateTimeOffset> until = new();

    /// <summary>Pauses a tier; the later of two times counts.</summary>
    public void Pause(int tier, DateTimeOffset end) => until.AddOrUpdate(tier, end, (_, before) => end > before ? end : before);

    /// <summary>When a tier goes on, or null when it does not rest.</summary>
    public DateTimeOffset? Until(int tier, DateTimeOffset now) => until.TryGetValue(tier, out var end) && end > now ? end : null;
}
