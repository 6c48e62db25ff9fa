using Alai.Products;

namespace Alai.Orchestration;

/// <summary>What came of registering a product.</summary>
/// <param name="Product">The product, or null when refused.</param>
/// <param name="File">The file that was written, or null.</param>
/// <param name="Notes">What discovery found and why.</param>
/// <param name="Refusal">Why not, or null.</param>
internal sealed record ProductAnswer(Product? Product, string? File, IReadOnlyList<string> Notes, string? Refusal)
{
    public static ProductAnswer No(string refusal) => new(null, null, [], refusal);
}
