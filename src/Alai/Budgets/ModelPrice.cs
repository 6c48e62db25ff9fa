namespace Alai.Budgets;

/// <summary>What a model costs, in millionths of a US dollar for a million tokens (so 3 000 000 is 3 USD).</summary>
/// <param name="Model">The name, or the beginning of it, in lower case.</param>
/// <param name="Input">For tokens read.</param>
/// <param name="Output">For tokens written.</param>
public sealed record ModelPrice(string Model, long Input, long Output)
{
    /// <summary>The cost of a call in millionths of a US dollar, rounded up.</summary>
    /// <param name="inputTokens">Tokens read.</param>
    /// <param name="outputTokens">Tokens written.</param>
    public long Cost(long inputTokens, long outputTokens)
    {
        var total = ((decimal)Math.Max(0, inputTokens) * Input) + ((decimal)Math.Max(0, outputTokens) * Output);
        return (long)Math.Min(long.MaxValue / 2, Math.Ceiling(total / 1_000_000m));
    }
}
