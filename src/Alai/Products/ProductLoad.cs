using Alai.Yaml;

namespace Alai.Products;

/// <summary>What reading the products' folder gave.</summary>
/// <param name="Catalogue">The products that could be read.</param>
/// <param name="Problems">Everything that is wrong with the others.</param>
public sealed record ProductLoad(ProductCatalogue Catalogue, IReadOnlyList<ConfigProblem> Problems)
{
    /// <summary>Each problem as people read it: <c>file:line: text</c>.</summary>
    public IReadOnlyList<string> Sentences => [.. Problems.Select(problem => problem.ToString())];
}
