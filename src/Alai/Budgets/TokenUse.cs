namespace Alai.Budgets;

/// <summary>The tokens of one call as its provider counted them.</summary>
/// <param name="Input">Read afresh.</param>
/// <param name="Output">Written.</param>
/// <param name="CacheWritten">Read and kept for later calls.</param>
/// <param name="CacheRead">Kept by an earlier call and read again.</param>
public sealed record TokenUse(long Input, long Output, long CacheWritten = 0, long CacheRead = 0)
{
    // Anthropic's list: keeping for an hour costs twice, for five minutes 1.25 times; the dearer counts. Reading again a tenth.
    private const long WriteWeight = 2;
    private const long ReadDivisor = 10;

    /// <summary>Everything read.</summary>
    public long AllInput => Input + CacheWritten + CacheRead;

    /// <summary>Everything read, in tokens of the plain input price, rounded up.</summary>
    public long Weighted => Input + (CacheWritten * WriteWeight) + ((CacheRead + ReadDivisor - 1) / ReadDivisor);
}
