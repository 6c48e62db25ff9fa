using System.Globalization;

namespace Alai.Workspaces;

/// <summary>The person's own repository or its URL: read with care, never rewritten.</summary>
internal sealed class PeoplesRepository(Git git, ProductSource source)
{
    // Settings that would start a program in the middle of a fetch or a merge.
    private static readonly string[] Starting = [".uploadpack", ".receivepack", ".vcs", ".proxy"];

    internal ProductSource Source => source;

    /// <summary>Where the checkout begins; the source itself for a remote or a bare repository.</summary>
    internal string Top { get; private set; } = source.Repository;

    /// <summary>Why it cannot be used, or null; learns where it begins.</summary>
    internal async Task<WorkspaceProblem?> OpenAsync(CancellationToken cancellationToken)
    {
        if (await git.FindProblemAsync(cancellationToken) is { } problem)
            return problem;
        if (source.IsRemote)
            return null;
        if (!Directory.Exists(source.Repository))
        {
            return new WorkspaceProblem(
                WorkspaceProblemCode.PathMissing, $"the repository {source.Repository} does not exist", "correct the product's repository path");
        }

        var inside = await git.RunAsync(new GitCall(source.Repository, "rev-parse", "--is-bare-repository"), cancellationToken);
        if (!inside.Succeeded)
        {
            return new WorkspaceProblem(
                WorkspaceProblemCode.NoRepository, $"{source.Repository} is no git repository",
                $"make it one: git -C \"{source.Repository}\" init && git -C \"{source.Repository}\" add -A && git -C \"{source.Repository}\" commit -m \"First commit\"");
        }

        if (inside.StandardOutput.Trim() == "false")
        {
            Top = await git.MustAsync(new GitCall(source.Repository, "rev-parse", "--show-toplevel"), cancellationToken);
            var below = (await git.MustAsync(new GitCall(source.Repository, "rev-parse", "--show-prefix"), cancellationToken)).TrimEnd('/');
            if (below.Length > 0)
            {
                return new WorkspaceProblem(
                    WorkspaceProblemCode.NoRepository, $"{source.Repository} is a folder of the repository {Top}",
                    $"give the product repository: {Top} and root: {below}");
            }
        }

        return await FindStartingAsync(cancellationToken);
    }

    /// <summary>The branch work lands on and its tip; a detached checkout has no branch.</summary>
    internal async Task<WorkspaceAnswer<BranchTip>> TipAsync(CancellationToken cancellationToken)
    {
        if (source.IsRemote)
            return await RemoteTipAsync(cancellationToken);
        var branch = source.TargetBranch;
        if (branch is null)
        {
            var head = await git.RunAsync(new GitCall(Top, "symbolic-ref", "-q", "--short", "HEAD"), cancellationToken);
            branch = head.Succeeded ? head.StandardOutput.Trim() : null;
        }

        if (await RefAsync(branch is null ? "HEAD" : "refs/heads/" + branch, cancellationToken) is { } commit)
            return new(new BranchTip(branch, commit), null);
        return new(null, source.TargetBranch is not null && await RefAsync("HEAD", cancellationToken) is not null
            ? new WorkspaceProblem(
                WorkspaceProblemCode.NoBranch, $"the repository {Top} has no branch {branch}",
                $"make it (git -C \"{Top}\" branch {branch}) or change the product's target_branch")
            : new WorkspaceProblem(
                WorkspaceProblemCode.NoCommit, $"the repository {Top} has no commit on {branch ?? "HEAD"} yet",
                $"commit something first: git -C \"{Top}\" add -A && git -C \"{Top}\" commit -m \"First commit\""));
    }

    /// <summary>The commit a ref points to, or null when there is none.</summary>
    internal async Task<string?> RefAsync(string reference, CancellationToken cancellationToken)
    {
        if (source.IsRemote)
        {
            var line = await git.RunAsync(new GitCall(git.Machine.DataFolder, "ls-remote", "--", source.Repository, reference), cancellationToken);
            return line.Succeeded && line.StandardOutput.Contains('\t', StringComparison.Ordinal) ? line.StandardOutput.Split('\t')[0] : null;
        }

        var found = await git.RunAsync(new GitCall(Top, "rev-parse", "--verify", "-q", "--end-of-options", reference + "^{commit}"), cancellationToken);
        return found.Succeeded ? found.StandardOutput.Trim() : null;
    }

    /// <summary>Changed and untracked files of a checkout. No filter of the repository runs.</summary>
    internal async Task<int> CountChangesAsync(string directory, bool withUntracked, CancellationToken cancellationToken)
    {
        if (source.IsRemote || !Path.Exists(Path.Combine(directory, ".git")))
            return 0;
        var quiet = (await FiltersAsync(cancellationToken))
            .SelectMany(name => new[] { $"filter.{name}.clean=", $"filter.{name}.smudge=", $"filter.{name}.process=", $"filter.{name}.required=false" });
        var status = await git.MustAsync(
            new GitCall(directory, "status", "--porcelain", "-z", "--no-renames", "--ignore-submodules=all", withUntracked ? "--untracked-files=normal" : "--untracked-files=no")
            {
                Settings = [.. quiet],
            },
            cancellationToken);
        return status.Count(letter => letter == '\0');
    }

    /// <summary>Names of the filters its own configuration defines.</summary>
    internal async Task<IReadOnlyList<string>> FiltersAsync(CancellationToken cancellationToken) =>
        [.. (await SettingsAsync(cancellationToken))
            .Where(name => name.StartsWith("filter.", StringComparison.Ordinal))
            .Select(name => name["filter.".Length..name.LastIndexOf('.')])
            .Distinct(StringComparer.Ordinal)];

    /// <summary>The checkouts of the repository, by the branch each has checked out.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> CheckoutsAsync(CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var list = await git.MustAsync(new GitCall(Top, "worktree", "list", "--porcelain", "-z"), cancellationToken);
        var folder = "";
        foreach (var line in list.Split('\0'))
        {
            if (line.StartsWith("worktree ", StringComparison.Ordinal))
                folder = line["worktree ".Length..];
            else if (line.StartsWith("branch ", StringComparison.Ordinal))
                found[line["branch ".Length..]] = folder;
        }

        return found;
    }

    private async Task<WorkspaceAnswer<BranchTip>> RemoteTipAsync(CancellationToken cancellationToken)
    {
        var list = await git.RunAsync(new GitCall(git.Machine.DataFolder, "ls-remote", "--symref", "--", source.Repository, "HEAD"), cancellationToken);
        if (!list.Succeeded)
        {
            return new(null, new WorkspaceProblem(
                WorkspaceProblemCode.Unreachable, $"the remote {source.Repository} did not answer: {Git.Words(list)}",
                "look at the address, the network and the daemon's access to it"));
        }

        const string Start = "ref: refs/heads/";
        var branch = source.TargetBranch ?? list.StandardOutput.Split('\n')
            .Where(line => line.StartsWith(Start, StringComparison.Ordinal))
            .Select(line => line[Start.Length..].Split('\t')[0])
            .FirstOrDefault();
        if (branch is not null && await RefAsync("refs/heads/" + branch, cancellationToken) is { } commit)
            return new(new BranchTip(branch, commit), null);
        return new(null, branch is null
            ? new WorkspaceProblem(WorkspaceProblemCode.NoCommit, $"the remote {source.Repository} has no commit yet", "push a first commit")
            : new WorkspaceProblem(WorkspaceProblemCode.NoBranch, $"the remote {source.Repository} has no branch {branch}", "push it or change the product's target_branch"));
    }

    private async Task<IReadOnlyList<string>> SettingsAsync(CancellationToken cancellationToken)
    {
        var list = await git.MustAsync(new GitCall(Top, "config", "--local", "--includes", "--list", "-z", "--name-only"), cancellationToken);
        return list.Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task<WorkspaceProblem?> FindStartingAsync(CancellationToken cancellationToken)
    {
        var hostile = (await SettingsAsync(cancellationToken))
            .FirstOrDefault(name => name.StartsWith("remote.", StringComparison.Ordinal) && Starting.Any(end => name.EndsWith(end, StringComparison.Ordinal)));
        return hostile is null ? null : new WorkspaceProblem(
            WorkspaceProblemCode.GitFailed,
            string.Create(CultureInfo.InvariantCulture, $"the configuration of {Top} sets {hostile}, which could start a program during a fetch"),
            $"remove it: git -C \"{Top}\" config --unset {hostile}");
    }
}
