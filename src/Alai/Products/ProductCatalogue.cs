using Alai.Yaml;

namespace Alai.Products;

/// <summary>Every product that could be read, as of one moment; never changed in place.</summary>
public sealed class ProductCatalogue
{
    private readonly Dictionary<string, Product> _byName;

    /// <summary>Makes a snapshot.</summary>
    /// <param name="products">The products; names are unique.</param>
    public ProductCatalogue(IEnumerable<Product> products)
    {
        Products = [.. products.OrderBy(product => product.Name, StringComparer.Ordinal)];
        _byName = Products.ToDictionary(product => product.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>No product.</summary>
    public static ProductCatalogue Empty { get; } = new([]);

    /// <summary>The products by name.</summary>
    public IReadOnlyList<Product> Products { get; }

    /// <summary>A product by its name, case aside; or null.</summary>
    public Product? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>What to say when a name is not known.</summary>
    public string Unknown(string name) => Products.Count == 0
        ? $"no product is called '{name}': none is registered yet; alai product add PATH registers one"
        : $"no product is called '{name}'{Suggest.Phrase(name, [.. _byName.Keys])}";
}
