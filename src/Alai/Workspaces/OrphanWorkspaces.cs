using System.Globalization;
using Alai.Tasks;

namespace Alai.Workspaces;

/// <summary>Finds and clears what an earlier daemon left: every workspace is kept as a snapshot before it goes.</summary>
public sealed class OrphanWorkspaces
{
    private readonly ProductRepository repository;

    /// <summary>Makes one.</summary>
    /// <param name="repository">The product's repository.</param>
    public OrphanWorkspaces(ProductRepository repository) => this.repository = repository;

    /// <summary>Removes every workspace of the product that no living run needs.</summary>
    /// <param name="living">The runs that go on.</param>
    /// <param name="cancellationToken">Stops between two workspaces.</param>
    /// <returns>What was done with each.</returns>
    public async Task<IReadOnlyList<SweptWorkspace>> SweepAsync(IReadOnlySet<RunId> living, CancellationToken cancellationToken)
    {
        List<SweptWorkspace> swept = [];
        var folder = Path.Combine(repository.GitDirectory, "worktrees");
        string[] found = Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];
        foreach (var name in found.Select(Path.GetFileName).Order(StringComparer.Ordinal))
        {
            if (Read(name!) is not { } key || living.Contains(key.Run))
                continue;
            if (await repository.FindWorkspaceAsync(key.Task, key.Run, cancellationToken) is not { } workspace)
            {
                FolderRemoval.Delete(Path.Combine(folder, name!));
                swept.Add(new SweptWorkspace(name!, null, "half-made: no files to keep"));
                continue;
            }

            var removed = await workspace.RemoveAsync(cancellationToken);
            swept.Add(new SweptWorkspace(name!, removed.Value, removed.Problem is { } problem ? $"kept where it is: {problem.Text}" : "snapshotted and removed"));
        }

        return swept;
    }

    private static (TaskId Task, RunId Run)? Read(string name)
    {
        var parts = name.Split('-');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var task)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var run)
            ? (new TaskId(task), new RunId(run))
            : null;
    }
}
