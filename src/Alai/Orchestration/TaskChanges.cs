using Alai.Tasks;
using Alai.Workspaces;

namespace Alai.Orchestration;

/// <summary>Reads what tasks changed, from the product's bare repository: also after it landed, and after its workspace is gone.</summary>
internal sealed class TaskChanges(FactoryParts parts, ProductRepositories repositories)
{
    /// <summary>The change of a root (its newest result) or of one stage; else why there is none.</summary>
    public async Task<(TaskChange? Change, string? Refusal)> FindAsync(FactoryTask task, CancellationToken cancellationToken)
    {
        var root = task.IsRoot ? task : parts.Reader.Find(task.Lineage.Root) ?? task;
        if (BranchOf(task) is not { } branch)
            return (null, $"{task.Id} has left no change yet");
        if (parts.Now.Products.Find(root.Product) is not { } product)
            return (null, parts.Now.Products.Unknown(root.Product));
        var repository = repositories.Of(product);
        var finder = new CommitFinder(repository);
        if (await finder.TipAsync(branch, cancellationToken) is not { } commit)
            return (null, $"branch {branch} is gone from the factory's repository of {product.Name}: a backup has it (alai db restore), and alai status tells when restored work waits");
        var from = await BeginningAsync(root, repository, commit, cancellationToken);
        if (from is null)
            return (null, $"{branch} has nothing in common with the base of {product.Name} as it is now");
        var files = await repository.ChangesAsync(from, commit, cancellationToken);
        var diff = await repository.DiffAsync(from, commit, cancellationToken);
        return (new TaskChange(branch, from, commit, files, parts.Redactor.Redact(diff)), null);
    }

    // A root bears the branch only once it may land; before that its newest stage that left something does.
    private string? BranchOf(FactoryTask task) => task.Branch
        ?? (task.IsRoot ? parts.Reader.Family(task.Id).LastOrDefault(stage => stage.Branch is not null)?.Branch : null);

    // What landed lies below the base, so its beginning is where the target stood before the landing.
    private async Task<string?> BeginningAsync(FactoryTask root, ProductRepository repository, string commit, CancellationToken cancellationToken)
    {
        var finder = new CommitFinder(repository);
        if (LandingRecord.LastOf(parts.Reader, root.Id) is { } landed)
            return await finder.ForkAsync(landed.Before, commit, cancellationToken);
        var fetched = await repository.FetchBaseAsync(cancellationToken);
        return fetched.Value is { } now ? await finder.ForkAsync(now.Commit, commit, cancellationToken) : null;
    }
}
