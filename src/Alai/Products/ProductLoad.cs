using Alai.Yaml;

namespace Alai.Products;

/// <summary>What reading the products' folder gave.</summary>
/// <param name="Catalogue">The products that could be read.</param>
/// <param name="Problems">Everything that is wrong with the others.</param>
public sealed record ProductLoad(ProductCatalogue Catalogue, IReadOnlyList<ConfigProblem> Problems);
