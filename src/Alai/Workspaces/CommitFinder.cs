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
        // A repository that is not there has no branch: that is known, not guessed.
        if (!Path.Exists(repository.GitDirectory) && Directory.Exists(repository.Git.Machine.DataFolder))
            return null;
        var result = await repository.Git.RunAsync(
            repository.Call("rev-parse", "--verify", "--quiet", $"refs/heads/{branch}^{{commit}}"), cancellationToken);
        // 1 says there is none; anything else says that nobody could look.
        if (!result.Succeeded && result.ExitCode != 1)
            throw new Tasks.FactoryException($"git could not look for {branch}: {Git.Words(result)}", "look at the repository with git fsck", true);
        return result.Succeeded ? result.StandardOutput.Trim() : null;
    }

    /// <summary>The youngest commit two commits have in common, or null when they have none.</summary>
    public async Task<string?> ForkAsync(string one, string other, CancellationToken cancellationToken)
    {
        var result = await repository.Git.RunAsync(repository.Call("merge-base", one, other), cancellationToken);
        return result.Succeeded ? result.StandardOutput.Trim() : null;
    }

    /// <summary>Whether a commit lies below another, or is it; false also when either is not there.</summary>
    /// <param name="commit">The commit to look below.</param>
    /// <param name="part">The commit looked for.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<bool> ContainsAsync(string commit, string part, CancellationToken cancellationToken)
    {
        var result = await repository.Git.RunAsync(repository.Call("merge-base", "--is-ancestor", part, commit), cancellationToken);
        return result.Succeeded;
    }

    /// <summary>
    /// The commit of others a branch of ours stands on that a target no longer has: the target was rewritten, and
    /// landing would bring back what was thrown away.
    /// </summary>
    /// <param name="target">The target's commit.</param>
    /// <param name="commit">The branch's commit.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Its hash, or null when all the branch stands on is on the target.</returns>
    public async Task<string?> StandsOnForeignAsync(string target, string commit, CancellationToken cancellationToken)
    {
        var result = await repository.Git.MustAsync(
            repository.Call("log", "--first-parent", "--reverse", "--format=%H %ce", $"{target}..{commit}"), cancellationToken);
        var oldest = result.Split('\n', 2)[0].Split(' ');
        return oldest.Length == 2 && oldest[1] != Git.Address ? oldest[0] : null;
    }
}
