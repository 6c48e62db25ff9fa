using System.Collections.Concurrent;
using Alai.Processes;
using Alai.Products;
using Alai.Workspaces;

namespace Alai.Orchestration;

/// <summary>One repository object a product, kept: it lets one fetch or workspace creation run at a time.</summary>
internal sealed class ProductRepositories(ChildProcesses processes, GitMachine machine)
{
    private readonly ConcurrentDictionary<ProductSource, ProductRepository> repositories = new();
    private readonly ConcurrentDictionary<string, SemaphoreSlim> landings = new(StringComparer.Ordinal);

    /// <summary>The repository of a product.</summary>
    public ProductRepository Of(Product product) => repositories.GetOrAdd(
        GroundPreparation.SourceOf(product), source => new ProductRepository(processes, machine, source));

    /// <summary>The repository of a product by its name; one that is not registered any more can still be read.</summary>
    public ProductRepository Of(string product, ProductCatalogue known) =>
        known.Find(product) is { } found ? Of(found) : new ProductRepository(processes, machine, new ProductSource(product, ""));

    /// <summary>The products that have a repository here, registered or not.</summary>
    public IReadOnlyList<string> OnDisk()
    {
        const string Ending = ".git";
        var folder = Path.Combine(machine.DataFolder, "repositories");
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateDirectories(folder, "*" + Ending).Select(path => Path.GetFileName(path)[..^Ending.Length]).Where(name => name.Length > 0).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>The git that is used, or why none can be.</summary>
    public async Task<(string Version, WorkspaceProblem? Problem)> GitAsync(CancellationToken cancellationToken)
    {
        var git = new Git(processes, machine);
        if (await git.FindProblemAsync(cancellationToken) is { } problem)
            return ("", problem);
        var said = await git.RunAsync(new GitCall(machine.DataFolder, "--version"), cancellationToken);
        return (said.StandardOutput.Trim(), null);
    }

    /// <summary>Whether no git that an earlier daemon started writes into a person's repository any more; waits a moment for it.</summary>
    public Task<bool> AreStillAsync(CancellationToken cancellationToken) =>
        new WritesUnderWay(processes, machine.DataFolder).AreOverAsync(TimeSpan.FromSeconds(1), cancellationToken);

    /// <summary>One landing at a time per product.</summary>
    public SemaphoreSlim LandingGate(Product product) => landings.GetOrAdd(product.Name, _ => new SemaphoreSlim(1, 1));
}
