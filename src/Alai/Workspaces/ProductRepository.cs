using Alai.Processes;
using Alai.Tasks;

namespace Alai.Workspaces;

/// <summary>
/// The bare repository of one product in the factory's home. It has no remote and no hook; the person's repository is
/// read by its path or URL. Make one a product and keep it: it lets one fetch or workspace creation run at a time.
/// </summary>
#pragma warning disable CA1001 // A semaphore whose wait handle is never asked for holds nothing to dispose.
public sealed class ProductRepository
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly Git git;
    private readonly TreeReader reader;

    /// <summary>Makes one; nothing is read yet.</summary>
    /// <param name="processes">The daemon's child processes.</param>
    /// <param name="machine">Folders and variables.</param>
    /// <param name="source">The product.</param>
    public ProductRepository(ChildProcesses processes, GitMachine machine, ProductSource source)
    {
        if (source.Product.Length == 0 || source.Product[0] is '.' or '-' || !source.Product.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            throw new FactoryException($"'{source.Product}' is no product name", "use letters, digits, '-', '_' and '.'");
        Source = source;
        git = new Git(processes, machine);
        GitDirectory = Path.Combine(machine.DataFolder, "repositories", source.Product + ".git");
        WorkspacesFolder = Path.Combine(machine.DataFolder, "workspaces");
        reader = new TreeReader(git, GitDirectory);
        People = new PeoplesRepository(git, source);
        Checkout = new TreeCheckout(git, GitDirectory, People);
    }

    /// <summary>The product.</summary>
    public ProductSource Source { get; }

    /// <summary>The bare repository's folder, absolute.</summary>
    public string GitDirectory { get; }

    /// <summary>Where workspaces are made.</summary>
    public string WorkspacesFolder { get; }

    internal PeoplesRepository People { get; }

    internal TreeCheckout Checkout { get; }

    internal Git Git => git;

    internal TreeReader Reader => reader;

    /// <summary>Fetches the commit new work starts from.</summary>
    public async Task<WorkspaceAnswer<BaseCommit>> FetchBaseAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (await People.OpenAsync(cancellationToken) is { } problem)
                return new(null, problem);
            var tip = await People.TipAsync(cancellationToken);
            if (tip.Value is not { } found)
                return new(null, tip.Problem);
            await InitialiseAsync(cancellationToken);
            if (await FetchAsync(found, cancellationToken) is { } unfetched)
                return new(null, unfetched);
            return await DescribeAsync(found, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Makes the files of a run.</summary>
    /// <param name="task">The task.</param>
    /// <param name="run">The run; a leftover of the same run is snapshotted and removed first.</param>
    /// <param name="start">A commit of the bare repository: the base, or the tip of a rejected branch.</param>
    /// <param name="cancellationToken">Stops; a half-made workspace is swept later.</param>
    public async Task<WorkspaceAnswer<Workspace>> CreateWorkspaceAsync(TaskId task, RunId run, string start, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            var workspace = new Workspace(git, this, (task, run), start);
            if (await FindWorkspaceAsync(task, run, cancellationToken) is { } leftover && (await leftover.RemoveAsync(cancellationToken)).Problem is { } stuck)
                return new(null, stuck);
            workspace.Delete();
            Directory.CreateDirectory(WorkspacesFolder);
            await git.MustAsync(Call("update-ref", BaseRef(task, run), start), cancellationToken);
            var made = await git.RunAsync(Call("worktree", "add", "-q", "-B", workspace.Branch, workspace.Path, start), cancellationToken);
            if (!made.Succeeded)
                return new(null, Git.Failed($"the workspace {workspace.Name} could not be made", made));
            if (await PopulateAsync(workspace, start, cancellationToken) is { } problem)
                return new(null, problem);
            return new(workspace, null);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The workspace of a run that was made before, also by an earlier daemon; null when there is none.</summary>
    public async Task<Workspace?> FindWorkspaceAsync(TaskId task, RunId run, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(GitDirectory))
            return null;
        var start = await git.RunAsync(Call("rev-parse", "--verify", "-q", BaseRef(task, run)), cancellationToken);
        var workspace = new Workspace(git, this, (task, run), start.StandardOutput.Trim());
        return start.Succeeded && Directory.Exists(workspace.Path) && File.Exists(Path.Combine(GitDirectory, "worktrees", workspace.Name, "index"))
            ? workspace
            : null;
    }

    /// <summary>The tree of a commit.</summary>
    public Task<string> TreeOfAsync(string commit, CancellationToken cancellationToken) => reader.TreeOfAsync(commit, cancellationToken);

    /// <summary>The unified diff between two commits or trees.</summary>
    public Task<string> DiffAsync(string from, string to, CancellationToken cancellationToken) => reader.DiffAsync(from, to, cancellationToken);

    /// <summary>The files that differ between two commits or trees.</summary>
    public Task<IReadOnlyList<ChangedFile>> ChangesAsync(string from, string to, CancellationToken cancellationToken) =>
        reader.ChangesAsync(from, to, cancellationToken);

    /// <summary>Writes a commit's or tree's files, without git metadata, into a new or empty folder.</summary>
    /// <returns>Null, or what could not be populated.</returns>
    public Task<WorkspaceProblem?> CheckOutAsync(string tree, string folder, CancellationToken cancellationToken) =>
        Checkout.WriteAsync(tree, folder, cancellationToken);

    /// <summary>Writes some files of a commit or tree over what a folder holds.</summary>
    /// <param name="tree">The commit or tree, usually the base.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="paths">Files and folders, from the top of the repository; those the tree lacks are skipped.</param>
    /// <param name="cancellationToken">Stops half-way.</param>
    /// <returns>The files written.</returns>
    public Task<IReadOnlyList<string>> OverlayAsync(string tree, string folder, IReadOnlyList<string> paths, CancellationToken cancellationToken) =>
        Checkout.OverlayAsync(tree, folder, paths, cancellationToken);

    /// <summary>Reads one file of a commit or tree; null when it has none.</summary>
    public async Task<string?> ReadFileAsync(string tree, string path, CancellationToken cancellationToken)
    {
        var result = await git.RunAsync(Call("cat-file", "blob", $"{tree}:{path}"), cancellationToken);
        return result.Succeeded ? result.StandardOutput : null;
    }

    /// <summary>The files of a commit or tree, from the top of the repository.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string tree, CancellationToken cancellationToken) =>
        [.. (await reader.ListAsync(tree, cancellationToken)).Select(entry => entry.Path)];

    internal Task<IReadOnlyList<string>> LfsFilesAsync(string tree, CancellationToken cancellationToken) => reader.LfsFilesAsync(tree, cancellationToken);

    internal Task<string> CommitTreeAsync(string tree, IReadOnlyList<string> parents, string message, CancellationToken cancellationToken) =>
        git.MustAsync(
            Call([
                "commit-tree", tree, .. parents.SelectMany(parent => new[] { "-p", parent }), "-F", "-"
            ]) with { Input = message.EndsWith('\n') ? message : message + "\n" },
            cancellationToken);

    internal GitCall Call(params string[] arguments) => new(GitDirectory, arguments) { GitDirectory = GitDirectory };

    private static string BaseRef(TaskId task, RunId run) => $"refs/alai/bases/{task.Value}/{run.Value}";

    internal async Task InitialiseAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(Path.Combine(GitDirectory, "HEAD")))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(GitDirectory)!);
        await git.MustAsync(
            new GitCall(git.Machine.DataFolder, "init", "-q", "--bare", "--template=", "--initial-branch=alai-none", GitDirectory), cancellationToken);
    }

    /// <summary>Does something while no fetch and no workspace creation of this product runs.</summary>
    internal async Task AloneAsync(Func<Task> act, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            await act();
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<WorkspaceProblem?> FetchAsync(BranchTip tip, CancellationToken cancellationToken)
    {
        var from = tip.Branch is null ? "HEAD" : "refs/heads/" + tip.Branch;
        var result = await git.RunAsync(
            Call("fetch", "-q", "--no-tags", "--no-write-fetch-head", "--update-shallow", "--no-auto-maintenance", "--", People.Top, $"+{from}:refs/alai/upstream/{tip.Branch ?? "HEAD"}"),
            cancellationToken);
        if (result.Succeeded)
            return null;
        return Source.IsRemote
            ? new WorkspaceProblem(WorkspaceProblemCode.Unreachable, $"{Source.Repository} could not be fetched: {Git.Words(result)}", "look at the network and the daemon's access")
            : Git.Failed($"{People.Top} could not be fetched", result);
    }

    private async Task<WorkspaceAnswer<BaseCommit>> DescribeAsync(BranchTip tip, CancellationToken cancellationToken)
    {
        // What was fetched counts, should the branch have moved in between.
        var commit = await git.MustAsync(Call("rev-parse", "--verify", $"refs/alai/upstream/{tip.Branch ?? "HEAD"}"), cancellationToken);
        if (Source.Root.Length > 0 && (await git.RunAsync(Call("rev-parse", "--verify", "-q", $"{commit}:{Source.Root.Trim('/')}"), cancellationToken)).Succeeded is false)
        {
            return new(null, new WorkspaceProblem(
                WorkspaceProblemCode.RootMissing, $"the commit {commit[..12]} has no folder {Source.Root}", "correct the product's root"));
        }

        return new(
            new BaseCommit
            {
                Commit = commit,
                Tree = await TreeOfAsync(commit, cancellationToken),
                Branch = tip.Branch,
                UncommittedFiles = await People.CountChangesAsync(People.Top, withUntracked: true, cancellationToken),
                LfsFiles = await reader.LfsFilesAsync(commit, cancellationToken),
                Submodules = [.. (await reader.SubmodulesAsync(commit, cancellationToken)).Select(submodule => submodule.Path)],
            },
            null);
    }

    private async Task<WorkspaceProblem?> PopulateAsync(Workspace workspace, string start, CancellationToken cancellationToken)
    {
        if (await Checkout.PopulateAsync(start, workspace.Path, cancellationToken) is { } problem)
            return problem;
        var files = await reader.LfsFilesAsync(start, cancellationToken);
        if (files.Count == 0)
            return null;

        // Git must go on seeing the pointers, not the content that stands in their place.
        await git.MustAsync(
            new GitCall(workspace.Path, "update-index", "--skip-worktree", "-z", "--stdin")
            {
                GitDirectory = Path.Combine(GitDirectory, "worktrees", workspace.Name),
                WorkTree = workspace.Path,
                Input = string.Concat(files.Select(file => file + "\0")),
            },
            cancellationToken);
        return null;
    }
}
