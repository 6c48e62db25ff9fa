using Alai.Tasks;
using Alai.Workspaces;
using Microsoft.Extensions.Logging;

namespace Alai.Orchestration;

/// <summary>
/// The git work of every product for backups and exports, and its way back: a restore lays it beside the repositories, and it is
/// unpacked as soon as the person's repository can be read. Until then it waits, is told, and is never thrown away.
/// </summary>
internal sealed class SavedRepositories(FactoryParts parts, ProductRepositories repositories)
{
    /// <summary>The folder of an entry in a bundle; its file is <c>PRODUCT.bundle</c>.</summary>
    public const string Entry = "git/";

    private const string Ending = ".bundle";
    private readonly ILogger logger = parts.Options.Logs.CreateLogger<SavedRepositories>();

    private string Waiting => parts.Home.Returning;

    /// <summary>The product of an entry or of a file that waits; null when it is none.</summary>
    public static string? ProductOf(string name)
    {
        var file = name.StartsWith(Entry, StringComparison.Ordinal) ? name[Entry.Length..] : Path.GetFileName(name);
        var stem = file.EndsWith(Ending, StringComparison.Ordinal) ? file[..^Ending.Length].Split('+')[0] : "";
        return stem.Length > 0 && stem[0] is not ('.' or '-') && stem.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') ? stem : null;
    }

    /// <summary>A file nobody has yet for a product's bundle.</summary>
    public static string Free(string folder, string product)
    {
        var file = Path.Combine(folder, product + Ending);
        for (var again = 2; File.Exists(file); again++)
            file = Path.Combine(folder, $"{product}+{again}{Ending}");
        return file;
    }

    /// <summary>Writes what only the factory's repositories have into a folder; what still waits to be unpacked goes along.</summary>
    /// <param name="folder">A folder that is made.</param>
    /// <param name="whole">Whether the history of people's repositories goes in too.</param>
    /// <param name="cancellationToken">Stops between two products.</param>
    /// <returns>The files, and what could not be written, one line each.</returns>
    public async Task<(IReadOnlyList<string> Files, IReadOnlyList<string> Lacks)> WriteAsync(string folder, bool whole, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var lacks = new List<string>();
        foreach (var product in repositories.OnDisk())
        {
            try
            {
                await new RepositoryBundle(repositories.Of(product, parts.Now.Products)).WriteAsync(Free(folder, product), whole, cancellationToken);
            }
            catch (FactoryException broken)
            {
                // The store must not go without a backup because one repository is broken.
                Forget(Path.Combine(folder, product + Ending));
                lacks.Add($"the git work of {product} is not in it: {broken.Message}");
            }
        }

        foreach (var file in Files())
            File.Copy(file, Free(folder, ProductOf(file)!));
        return ([.. Directory.EnumerateFiles(folder, "*" + Ending).Order(StringComparer.Ordinal)], lacks);
    }

    /// <summary>Unpacks what waits; what cannot be unpacked now stays, and status says why.</summary>
    public async Task ReturnAsync(CancellationToken cancellationToken)
    {
        foreach (var file in Files())
        {
            var product = ProductOf(file)!;
            var problem = parts.Now.Products.Find(product) is null
                ? $"{parts.Now.Products.Unknown(product)}. Register it under this name: alai product add PATH --name {product}"
                : await TryAsync(file, product, cancellationToken);
            parts.Care.Set("git-" + Path.GetFileName(file), problem is null ? null : $"the restored git work of {product} waits in {file}: {problem}");
            if (problem is not null)
                continue;
            File.Delete(file);
            logger.GitReturned(product);
        }
    }

    private async Task<string?> TryAsync(string file, string product, CancellationToken cancellationToken)
    {
        try
        {
            var repository = repositories.Of(product, parts.Now.Products);
            return await new RepositoryBundle(repository).ReturnAsync(file, cancellationToken) is { } problem ? $"{problem.Text}. What to do: {problem.Fix}" : null;
        }
        catch (FactoryException broken)
        {
            return broken.Message;
        }
    }

    private IReadOnlyList<string> Files() => Directory.Exists(Waiting)
        ? [.. Directory.EnumerateFiles(Waiting, "*" + Ending).Where(file => ProductOf(file) is not null).Order(StringComparer.Ordinal)]
        : [];

    private static void Forget(string half)
    {
        File.Delete(half);
        if (Directory.Exists(half + ".pack"))
            Directory.Delete(half + ".pack", recursive: true);
    }
}
