using Alai.Yaml;

namespace Alai.Products;

/// <summary>Reads <c>HOME/products/</c>.</summary>
public static class ProductLoader
{
    /// <summary>Reads every <c>*.yaml</c> of a folder. A broken file is left out and reported; a missing folder is empty.</summary>
    /// <param name="folder">The folder.</param>
    public static ProductLoad Load(string folder)
    {
        var problems = new List<ConfigProblem>();
        var products = new List<Product>();
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml") : [];
        foreach (var path in files.Order(StringComparer.Ordinal))
        {
            var shown = Path.Combine(Path.GetFileName(folder.TrimEnd('/')), Path.GetFileName(path));
            var document = YamlDocument.Load(path, shown);
            if (ProductFile.Read(Path.GetFileNameWithoutExtension(path), document, problems) is { } product)
                products.Add(product);
        }

        return new ProductLoad(new ProductCatalogue(products), problems);
    }
}
