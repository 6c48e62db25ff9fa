using System.Security.Cryptography;
using Alai.Tasks;

namespace Alai.Workspaces;

/// <summary>
/// The files of one run: a worktree of the product's bare repository. Its git metadata lies outside and is never read
/// from the files; the agent sees it read-only. Every commit is made here, by the daemon.
/// </summary>
#pragma warning disable CA1001 // A semaphore whose wait handle is never asked for holds nothing to dispose.
public sealed class Workspace
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly Git git;
    private readonly ProductRepository repository;
    private readonly string metadata;
    private IReadOnlyList<string>? lfsFiles;

    internal Workspace(Git git, ProductRepository repository, (TaskId Task, RunId Run) key, string start)
    {
        this.git = git;
        this.repository = repository;
        (Task, Run) = key;
        BaseCommit = start;
        Path = System.IO.Path.Combine(repository.WorkspacesFolder, Name);
        metadata = System.IO.Path.Combine(repository.GitDirectory, "worktrees", Name);
    }

    /// <summary>The task.</summary>
    public TaskId Task { get; }

    /// <summary>The run.</summary>
    public RunId Run { get; }

    /// <summary>The folder's name, <c>TASK-RUN</c>.</summary>
    public string Name => $"{Task.Value}-{Run.Value}";

    /// <summary>The folder, absolute.</summary>
    public string Path { get; }

    /// <summary>The product's folder in it; the same unless the product has a root.</summary>
    public string ProductRoot => System.IO.Path.Combine(Path, repository.Source.Root);

    /// <summary>The commit the run started from; what it changed is counted from here.</summary>
    public string BaseCommit { get; }

    /// <summary>Its branch, <c>alai/TASK/RUN</c>.</summary>
    public string Branch => $"alai/{Task.Value}/{Run.Value}";

    /// <summary>What a sandbox mounts read-only so that git works inside: the bare repository, which has no remote.</summary>
    public string GitDirectory => repository.GitDirectory;

    /// <summary>Paths that are lent to the run and no part of its result, from the top of the repository: links to what set-up prepared.</summary>
    public IReadOnlyList<string> Lent { get; set; } = [];

    /// <summary>The tree of everything that is not ignored, as it is now.</summary>
    /// <returns>The tree's hash, or a problem with what the files hold.</returns>
    public async Task<WorkspaceAnswer<string>> TreeHashAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            // What a killed daemon left of an earlier write.
            File.Delete(System.IO.Path.Combine(metadata, "index.lock"));
            var added = await git.RunAsync(Call("add", "-A", "--", ".") with { Settings = Leaving() }, cancellationToken);
            if (!added.Succeeded)
                return new(null, Refused(Git.Words(added)));
            var tree = await git.MustAsync(Call("write-tree"), cancellationToken);
            return await FindForeignAsync(tree, cancellationToken) is { } problem ? new(null, problem) : new(tree, null);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>What the run changed since <see cref="BaseCommit"/>.</summary>
    public async Task<WorkspaceAnswer<IReadOnlyList<ChangedFile>>> StatusAsync(CancellationToken cancellationToken)
    {
        var tree = await TreeHashAsync(cancellationToken);
        return tree.Value is null
            ? new(null, tree.Problem)
            : new(await repository.ChangesAsync(BaseCommit, tree.Value, cancellationToken), null);
    }

    /// <summary>The unified diff since <see cref="BaseCommit"/>.</summary>
    public async Task<WorkspaceAnswer<string>> DiffAsync(CancellationToken cancellationToken)
    {
        var tree = await TreeHashAsync(cancellationToken);
        return tree.Value is null ? tree : new(await repository.DiffAsync(BaseCommit, tree.Value, cancellationToken), null);
    }

    /// <summary>Commits everything to <see cref="Branch"/>.</summary>
    /// <param name="message">The message; its first line is the subject.</param>
    /// <param name="cancellationToken">Stops before the branch moves.</param>
    public async Task<WorkspaceAnswer<CommitAnswer>> CommitAsync(string message, CancellationToken cancellationToken)
    {
        var tree = await TreeHashAsync(cancellationToken);
        if (tree.Value is null)
            return new(null, tree.Problem);
        var tip = await TipAsync(cancellationToken);
        if (await repository.TreeOfAsync(tip, cancellationToken) == tree.Value)
            return new(new CommitAnswer(tip, tree.Value, true), null);
        var commit = await repository.CommitTreeAsync(tree.Value, [tip], message, cancellationToken);
        await git.MustAsync(repository.Call("update-ref", "refs/heads/" + Branch, commit, tip), cancellationToken);
        return new(new CommitAnswer(commit, tree.Value, false), null);
    }

    /// <summary>Keeps everything that is not ignored under a ref of its own, and reads it back.</summary>
    public async Task<WorkspaceAnswer<SnapshotRef>> SnapshotAsync(CancellationToken cancellationToken)
    {
        var tree = await TreeHashAsync(cancellationToken);
        if (tree.Value is null)
            return new(null, tree.Problem);
        var reference = $"refs/alai/snapshots/{Task.Value}/{Run.Value}";
        var commit = await repository.CommitTreeAsync(tree.Value, [await TipAsync(cancellationToken)], $"Snapshot of run {Run} of {Task}", cancellationToken);
        await git.MustAsync(repository.Call("update-ref", reference, commit), cancellationToken);
        var seen = await git.MustAsync(repository.Call("rev-parse", reference + "^{tree}"), cancellationToken);
        return seen == tree.Value
            ? new(new SnapshotRef(reference, commit, tree.Value), null)
            : throw new FactoryException($"the snapshot {reference} holds {seen} instead of {tree.Value}", "look at the disk; nothing was deleted");
    }

    /// <summary>Snapshots the workspace, sees that the snapshot holds, and only then deletes it. The branch stays.</summary>
    /// <returns>The snapshot; or a problem, and then nothing was deleted.</returns>
    public async Task<WorkspaceAnswer<SnapshotRef>> RemoveAsync(CancellationToken cancellationToken)
    {
        var snapshot = await SnapshotAsync(cancellationToken);
        if (snapshot.Value is not null)
            Delete();
        return snapshot;
    }

    /// <summary>Deletes the files and their metadata, and no other run's: a prune would take those of runs that come and go just now.</summary>
    internal void Delete()
    {
        FolderRemoval.Delete(Path);
        FolderRemoval.Delete(metadata);
    }

    // A link where the product ignores a folder (node_modules/) would be added like a file.
    private IReadOnlyList<string> Leaving()
    {
        if (Lent.Count == 0)
            return [];
        var file = System.IO.Path.Combine(metadata, "alai-lent");
        File.WriteAllLines(file, Lent.Select(path => "/" + string.Concat(path.Select(letter => letter is '*' or '?' or '[' or '\\' or ' ' ? "\\" + letter : $"{letter}"))));
        return ["core.excludesFile=" + file];
    }

    private async Task<string> TipAsync(CancellationToken cancellationToken) =>
        await git.MustAsync(repository.Call("rev-parse", "--verify", "refs/heads/" + Branch), cancellationToken);

    // A repository inside would be recorded as a bare number: its files would be lost without a word.
    private async Task<WorkspaceProblem?> FindForeignAsync(string tree, CancellationToken cancellationToken)
    {
        var changes = await repository.ChangesAsync(BaseCommit, tree, cancellationToken);
        if (changes.FirstOrDefault(file => file.NewMode == "160000") is { } nested)
            return Nested(nested.Path);
        foreach (var file in lfsFiles ??= await repository.LfsFilesAsync(BaseCommit, cancellationToken))
        {
            var pointer = await git.MustAsync(repository.Call("cat-file", "blob", $"{BaseCommit}:{file}"), cancellationToken);
            var path = System.IO.Path.Combine(Path, file);
            if (new FileInfo(path) is { Exists: true, LinkTarget: null } && TreeCheckout.Oid(pointer) is { } oid && await HashAsync(path, cancellationToken) != oid)
            {
                return new WorkspaceProblem(
                    WorkspaceProblemCode.Lfs, $"the run changed {file}, which Git LFS keeps", "changes of such files are not supported; let a person make this one");
            }
        }

        return null;
    }

    private static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }

    private static WorkspaceProblem Refused(string words) =>
        words.Contains("does not have a commit checked out", StringComparison.Ordinal)
            ? Nested(words)
            : new WorkspaceProblem(WorkspaceProblemCode.GitFailed, "the files could not be read: " + words, "look at the workspace: names, permissions, sizes");

    private static WorkspaceProblem Nested(string what) => new(
        WorkspaceProblemCode.NestedRepository, "the workspace holds a git repository inside the repository: " + what,
        "the run must not make repositories; delete it and try again");

    private GitCall Call(params string[] arguments) => new(Path, arguments) { GitDirectory = metadata, WorkTree = Path };
}
