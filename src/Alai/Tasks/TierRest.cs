namespace Alai.Tasks;

/// <summary>A tier whose provider said "no more until then".</summary>
/// <param name="Tier">1 to 5.</param>
/// <param name="Until">The provider's stated reset.</param>
public sealed record TierRest(int Tier, DateTimeOffset Until);
