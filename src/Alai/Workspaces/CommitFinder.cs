namespace Alai.Workspaces;

/// <summary>Finds commits of a product's bare repository by branch and by kinship.</summary>
/// <param name="repository">The product's repository.</param>
public sealed class CommitFinder(ProductRepository repository)
{
    /// <summary>The commit a branch of ours stands at, or null when there is no such branch.</summary>
    /// <param name="branch">For example <c>alai/12/7</c>.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<string?> TipAsync(string branch, CancellationToken cancellationToken)
    {
        var result = await repository.Git.RunAsync(
            repository.Call("rev-parse", "--verify", "--quiet", $"refs/heads/{branch}^{{commit}}"), cancellationToken);
        return result.Succeeded ? result.StandardOutput.Trim() : null;
    }

    /// <summary>The youngest commit two commits have in common, or null when they have none.</summary>
    public async Task<string?> ForkAsync(string one, string other, CancellationToken cancellationToken)
    {
        var result = await repository.Git.RunAsync(repository.Call("merge-base", one, other), cancellationToken);
        return result.Succeeded ? result.StandardOutput.Trim() : null;
    }
}
