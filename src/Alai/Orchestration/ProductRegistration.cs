using Alai.Products;

namespace Alai.Orchestration;

/// <summary>Writes <c>products/NAME.yaml</c> by discovery. The file is the person's afterwards; it is never overwritten.</summary>
internal sealed class ProductRegistration(FactoryParts parts, ConfigurationCheck configuration)
{
    /// <summary>Registers a folder, or finds the product that already stands for it.</summary>
    /// <param name="path">An absolute path of a checkout or a folder in one.</param>
    /// <param name="name">The product's name, or null for the folder's.</param>
    public ProductAnswer Add(string path, string? name)
    {
        if (!Directory.Exists(path))
            return ProductAnswer.No($"expected a folder with a git checkout; found nothing at {path}");
        if (Existing(path) is { } known && (name is null || name == known.Name))
            return new ProductAnswer(known, null, [$"{known.Name} already stands for {path}"], null);
        if (TopOf(path) is not { } top)
            return ProductAnswer.No($"expected a git repository; found none at {path} or above. Make one: git init && git add -A && git commit -m start");
        var root = Path.GetRelativePath(top, path) is "." ? "" : Path.GetRelativePath(top, path).Replace('\\', '/');
        var discovered = ProductDiscovery.Discover(path);
        var wanted = name ?? NameOf(path);
        if (!ProductFile.IsName(wanted))
            return ProductAnswer.No($"expected a product name of a-z, 0-9, -, _ and .; found '{wanted}'. Give one with --name");
        var file = Path.Combine(parts.Home.Products, wanted + ".yaml");
        if (File.Exists(file))
            return ProductAnswer.No($"{file} exists already and stands for another folder. Give another name with --name");
        var product = discovered.ToProduct(wanted, top, root);
        Directory.CreateDirectory(parts.Home.Products);
        File.WriteAllText(file, ProductFile.Write(product));
        configuration.Run();
        return new ProductAnswer(parts.Now.Products.Find(wanted) ?? product, file, discovered.Words, null);
    }

    // A bare repository is its own top; a worktree's .git is a file.
    private static string? TopOf(string path)
    {
        for (var folder = new DirectoryInfo(path); folder is not null; folder = folder.Parent)
        {
            var git = Path.Combine(folder.FullName, ".git");
            if (Directory.Exists(git) || File.Exists(git) || (File.Exists(Path.Combine(folder.FullName, "HEAD")) && Directory.Exists(Path.Combine(folder.FullName, "objects"))))
                return folder.FullName;
        }

        return null;
    }

    private Product? Existing(string path) => parts.Now.Products.Products.FirstOrDefault(product =>
        Same(Path.Combine(product.Repository, product.Root), path));

    private static bool Same(string one, string other) =>
        Path.IsPathRooted(one) && Path.TrimEndingDirectorySeparator(Path.GetFullPath(one)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(other));

    private string NameOf(string path)
    {
        var letters = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)))
            .ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '-');
        var name = string.Concat(letters).Trim('-', '.', '_');
        name = name.Length == 0 ? "product" : name[..Math.Min(name.Length, 48)];
        var free = name;
        for (var number = 2; File.Exists(Path.Combine(parts.Home.Products, free + ".yaml")); number++)
            free = $"{name}-{number}";
        return free;
    }
}
