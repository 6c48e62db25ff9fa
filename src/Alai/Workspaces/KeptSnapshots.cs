using System.Globalization;
using Alai.Tasks;

namespace Alai.Workspaces;

/// <summary>The snapshots of a product's workspaces: found, and let go when nobody needs them. Branches are never touched.</summary>
/// <param name="repository">The product's repository.</param>
public sealed class KeptSnapshots(ProductRepository repository)
{
    private const string Snapshots = "refs/alai/snapshots/";
    private const string Bases = "refs/alai/bases/";

    /// <summary>The run of every snapshot, oldest run first.</summary>
    public async Task<IReadOnlyList<(TaskId Task, RunId Run)>> ListAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(repository.GitDirectory))
            return [];
        var listed = await repository.Git.MustAsync(repository.Call("for-each-ref", "--format=%(refname)", Snapshots), cancellationToken);
        return [.. listed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read).OfType<(TaskId, RunId)>().OrderBy(key => key.Item2.Value)];
    }

    /// <summary>Lets snapshots go, and gives their room back; what git wrote within a day stays.</summary>
    public async Task DropAsync(IReadOnlyList<(TaskId Task, RunId Run)> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
            return;
        var lines = string.Concat(keys.Select(key => $"delete {Snapshots}{key.Task.Value}/{key.Run.Value}\ndelete {Bases}{key.Task.Value}/{key.Run.Value}\n"));
        await repository.AloneAsync(
            async () =>
            {
                await repository.Git.MustAsync(repository.Call("update-ref", "--stdin") with { Input = lines }, cancellationToken);
                await repository.Git.MustAsync(repository.Call("gc", "--quiet", "--prune=1.day.ago"), cancellationToken);
            },
            cancellationToken);
    }

    private static (TaskId, RunId)? Read(string reference) =>
        reference[Snapshots.Length..].Split('/') is [var task, var run]
        && long.TryParse(task, NumberStyles.None, CultureInfo.InvariantCulture, out var taskId)
        && long.TryParse(run, NumberStyles.None, CultureInfo.InvariantCulture, out var runId)
            ? (new TaskId(taskId), new RunId(runId))
            : null;
}
