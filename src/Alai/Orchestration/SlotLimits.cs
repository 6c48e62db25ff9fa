namespace Alai.Orchestration;

/// <summary>How many runs may be under way at once.</summary>
/// <param name="Total">In all.</param>
/// <param name="Tiers">By tier; a tier without an entry has no limit of its own.</param>
internal sealed record SlotLimits(int Total, IReadOnlyDictionary<int, int> Tiers)
{
    public int? ForTier(int tier) => Tiers.TryGetValue(tier, out var limit) ? limit : null;
}
