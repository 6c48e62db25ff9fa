using Alai.Fleet;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>Whether a ready task may be claimed now.</summary>
/// <param name="Route">Where it would go, or null.</param>
/// <param name="Lease">The slot of a host it would use, or null when no model is needed.</param>
/// <param name="Skip">Why not, or null when it may.</param>
internal sealed record DispatchAnswer(Route? Route, HostLease? Lease, Skip? Skip) : IDisposable
{
    public static DispatchAnswer No(SkipReason reason, string sentence, string next = "") =>
        new(null, null, new Skip(reason, sentence, next));

    public void Dispose() => Lease?.Dispose();
}
