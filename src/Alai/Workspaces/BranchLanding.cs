using Alai.Tasks;

namespace Alai.Workspaces;

/// <summary>Brings branches of the bare repository into the person's: publish, merge, land, revert. One landing of a product at a time is the caller's care.</summary>
public sealed class BranchLanding
{
    // A call that still writes after this long hangs; what it left is told by git itself.
    private static readonly TimeSpan LongestWrite = TimeSpan.FromMinutes(1);

    private readonly ProductRepository repository;
    private readonly PeoplesRepository people;
    private readonly Git git;

    /// <summary>Makes one.</summary>
    /// <param name="repository">The product's repository.</param>
    public BranchLanding(ProductRepository repository)
    {
        this.repository = repository;
        people = repository.People;
        git = repository.Git;
    }

    /// <summary>Shows a run's branch in the person's repository. Commits people put there are never overwritten.</summary>
    /// <param name="branch">The branch, for example <c>alai/12/7</c>.</param>
    /// <param name="cancellationToken">Stops before it is shown.</param>
    /// <returns>Null, or why it could not be shown.</returns>
    public async Task<WorkspaceProblem?> PublishAsync(string branch, CancellationToken cancellationToken)
    {
        if (await people.OpenAsync(cancellationToken) is { } problem)
            return problem;
        var reference = "refs/heads/" + branch;
        var result = people.Source.IsRemote
            ? await git.RunAsync(repository.Call("push", "-q", "--no-verify", "--", people.Top, $"{reference}:{reference}"), cancellationToken)
            : await FetchIntoPeoplesAsync($"{reference}:{reference}", cancellationToken);
        return result.Succeeded ? null : Git.Failed($"the branch {branch} could not be shown in {people.Top}", result);
    }

    /// <summary>Where a published branch stands, and what people added to it. What they added is fetched.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="ours">The commit the factory left at its tip.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<BranchState> StateAsync(string branch, string ours, CancellationToken cancellationToken)
    {
        var tip = await people.RefAsync("refs/heads/" + branch, cancellationToken);
        if (tip is null)
            return new BranchState(null, null, [], false);
        if (tip != ours)
            await FetchFromPeoplesAsync("refs/heads/" + branch, "refs/alai/people/" + branch, cancellationToken);
        var tree = await repository.TreeOfAsync(tip, cancellationToken);
        if (tip == ours)
            return new BranchState(tip, tree, [], false);
        var added = await git.MustAsync(repository.Call("log", "--format=%H %an: %s", $"{ours}..{tip}"), cancellationToken);
        return new BranchState(
            tip, tree, added.Split('\n', StringSplitOptions.RemoveEmptyEntries), !await repository.Reader.IsAncestorAsync(ours, tip, cancellationToken));
    }

    /// <summary>Makes a commit people put on a branch of ours the tip of that branch in our repository too.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="commit">A commit <see cref="StateAsync"/> fetched.</param>
    /// <param name="cancellationToken">Stops before it moves.</param>
    public Task TakeAsync(string branch, string commit, CancellationToken cancellationToken) =>
        git.MustAsync(repository.Call("update-ref", "refs/heads/" + branch, commit), cancellationToken);

    /// <summary>Fetches the target's tip as it is now.</summary>
    /// <param name="target">The branch.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Its commit, or null when the branch is gone.</returns>
    public async Task<string?> FetchTargetAsync(string target, CancellationToken cancellationToken)
    {
        var tip = await people.RefAsync("refs/heads/" + target, cancellationToken);
        if (tip is not null)
            await FetchFromPeoplesAsync("refs/heads/" + target, "refs/alai/upstream/" + target, cancellationToken);
        return tip;
    }

    /// <summary>What landing a branch would give, computed without any checkout.</summary>
    /// <param name="target">The target's commit.</param>
    /// <param name="branch">The branch's commit.</param>
    /// <param name="message">The message of a merge commit.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<MergeAnswer> MergeAsync(string target, string branch, string message, CancellationToken cancellationToken)
    {
        if (await repository.Reader.IsAncestorAsync(target, branch, cancellationToken))
            return new MergeAnswer(branch, await repository.TreeOfAsync(branch, cancellationToken), true, []);
        var (tree, conflicts) = await MergeTreesAsync(target, branch, cancellationToken);
        return tree is null
            ? new MergeAnswer(null, null, false, conflicts)
            : new MergeAnswer(await repository.CommitTreeAsync(tree, [target, branch], message, cancellationToken), tree, false, []);
    }

    /// <summary>The commit that undoes what one landing brought, on top of the target as it is now.</summary>
    /// <param name="target">The target's commit now.</param>
    /// <param name="landed">The landing to undo.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<MergeAnswer> RevertAsync(string target, LandedSpan landed, string message, CancellationToken cancellationToken)
    {
        // A merge of the target and of what stood before the landing, whose common base is what the landing left: made of
        // three bare commits, because older git cannot be told the base.
        var reader = repository.Reader;
        var middle = await repository.CommitTreeAsync(await reader.TreeOfAsync(landed.After, cancellationToken), [], "base", cancellationToken);
        var ours = await repository.CommitTreeAsync(await reader.TreeOfAsync(target, cancellationToken), [middle], "ours", cancellationToken);
        var theirs = await repository.CommitTreeAsync(await reader.TreeOfAsync(landed.Before, cancellationToken), [middle], "theirs", cancellationToken);
        var (tree, conflicts) = await MergeTreesAsync(ours, theirs, cancellationToken);
        return tree is null
            ? new MergeAnswer(null, null, false, conflicts)
            : new MergeAnswer(await repository.CommitTreeAsync(tree, [target], message, cancellationToken), tree, false, []);
    }

    /// <summary>Moves the target to a commit that was judged. Landing what has landed is a landing.</summary>
    /// <param name="target">The branch.</param>
    /// <param name="expected">The commit it must stand at.</param>
    /// <param name="commit">The commit to land; <paramref name="expected"/> must lie below it.</param>
    /// <param name="cancellationToken">Stops before the branch moves.</param>
    public async Task<LandingAnswer> LandAsync(string target, string expected, string commit, CancellationToken cancellationToken)
    {
        if (await people.OpenAsync(cancellationToken) is { } problem)
            return new LandingAnswer(LandingWord.Failed, null, $"{problem.Text}; {problem.Fix}");
        await git.Writes.AreOverAsync(LongestWrite, cancellationToken);
        var tip = await FetchTargetAsync(target, cancellationToken);
        if (tip == commit)
            return new LandingAnswer(LandingWord.Landed, tip, $"{target} already stands at {commit[..12]}");
        if (tip is null)
            return new LandingAnswer(LandingWord.Failed, null, $"{people.Top} has no branch {target} any more");
        if (tip != expected)
            return await MovedAsync(target, expected, tip, cancellationToken);
        if (!await repository.Reader.IsAncestorAsync(expected, commit, cancellationToken))
            return new LandingAnswer(LandingWord.Failed, tip, $"{commit[..12]} does not stand on {target} at {expected[..12]}; merge it first");
        await git.MustAsync(repository.Call("update-ref", "refs/alai/landing/" + commit, commit), cancellationToken);

        // From here on a cancelled daemon would not know what happened: finish and look.
        var refused = people.Source.IsRemote
            ? await PushAsync(target, expected, commit, cancellationToken)
            : await MoveAsync(target, expected, commit, cancellationToken);
        var now = await people.RefAsync("refs/heads/" + target, CancellationToken.None);
        if (now == commit)
            return new LandingAnswer(LandingWord.Landed, now, $"{target} stands at {commit[..12]}");
        if (refused is not null && now == expected)
            return refused with { Tip = now };
        return now is null
            ? new LandingAnswer(LandingWord.Failed, null, refused?.Text ?? $"{target} is gone")
            : await MovedAsync(target, expected, now, cancellationToken);
    }

    private async Task<LandingAnswer?> MoveAsync(string target, string expected, string commit, CancellationToken cancellationToken)
    {
        var brought = await FetchIntoPeoplesAsync("refs/alai/landing/" + commit, cancellationToken);
        if (!brought.Succeeded)
            return new LandingAnswer(LandingWord.Failed, null, Git.Words(brought));
        var checkouts = await people.CheckoutsAsync(cancellationToken);
        if (!checkouts.TryGetValue("refs/heads/" + target, out var folder))
        {
            var moved = await git.RunAsync(
                new GitCall(people.Top, "update-ref", "-m", "alai: land", "refs/heads/" + target, commit, expected) { Finishes = true }, CancellationToken.None);
            return moved.Succeeded ? null : new LandingAnswer(LandingWord.Failed, null, Git.Words(moved));
        }

        var command = $"git -C \"{folder}\" merge --ff-only {commit}";
        if (!Directory.Exists(folder))
            return Person($"{target} is checked out in {folder}, which is gone", $"git -C \"{people.Top}\" worktree prune");
        if (await people.FiltersAsync(cancellationToken) is { Count: > 0 } filters)
            return Person($"the checkout {folder} has filters of its own ({string.Join(", ", filters)}), which only a person may run", command);
        await new InterruptedLanding(git, folder).PutBackAsync(expected, commit, cancellationToken);
        if (await people.CountChangesAsync(folder, withUntracked: false, cancellationToken) is > 0 and var changes)
            return Person($"{target} is checked out in {folder} with {changes} uncommitted file(s)", command);
        var merged = await git.RunAsync(new GitCall(folder, "merge", "--ff-only", "-q", commit) { Finishes = true }, CancellationToken.None);
        return merged.Succeeded ? null : Person($"{target} is checked out in {folder} and git refused: {Git.Words(merged)}", command);
    }

    private static LandingAnswer Person(string text, string command) => new(LandingWord.NeedsPerson, null, text, command);

    private async Task<LandingAnswer?> PushAsync(string target, string expected, string commit, CancellationToken cancellationToken)
    {
        var pushed = await git.RunAsync(
            repository.Call("push", "-q", "--no-verify", $"--force-with-lease=refs/heads/{target}:{expected}", "--", people.Top, $"{commit}:refs/heads/{target}"), cancellationToken);
        return pushed.Succeeded ? null : new LandingAnswer(LandingWord.Failed, null, Git.Words(pushed));
    }

    private async Task<LandingAnswer> MovedAsync(string target, string expected, string now, CancellationToken cancellationToken)
    {
        await FetchFromPeoplesAsync("refs/heads/" + target, "refs/alai/upstream/" + target, cancellationToken);
        return await repository.Reader.IsAncestorAsync(expected, now, cancellationToken)
            ? new LandingAnswer(LandingWord.TargetMoved, now, $"{target} moved from {expected[..12]} to {now[..12]}")
            : new LandingAnswer(LandingWord.TargetRewritten, now, $"{target} was rewritten: {expected[..12]} no longer lies below {now[..12]}");
    }

    private async Task<(string? Tree, IReadOnlyList<string> Conflicts)> MergeTreesAsync(string ours, string theirs, CancellationToken cancellationToken)
    {
        var result = await git.RunAsync(
            repository.Call("merge-tree", "--write-tree", "-z", "--name-only", "--no-messages", "--allow-unrelated-histories", ours, theirs), cancellationToken);
        var fields = result.StandardOutput.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        return result.ExitCode switch
        {
            0 => (fields[0].Trim(), []),
            1 => (null, fields[1..]),
            _ => throw new FactoryException($"git merge-tree failed: {Git.Words(result)}", "look at the repository with git fsck"),
        };
    }

    private Task<Processes.ChildProcessResult> FetchIntoPeoplesAsync(string refspec, CancellationToken cancellationToken) =>
        git.RunAsync(
            new GitCall(people.Top, "fetch", "-q", "--no-tags", "--no-write-fetch-head", "--no-auto-maintenance", "--no-prune", "--", repository.GitDirectory, refspec) { Finishes = true },
            cancellationToken);

    // Alone: git refuses the slower of two fetches into one ref ("cannot lock ref ... is at ... but expected ...").
    private Task FetchFromPeoplesAsync(string from, string to, CancellationToken cancellationToken) => repository.AloneAsync(
        () => git.MustAsync(
            repository.Call("fetch", "-q", "--no-tags", "--no-write-fetch-head", "--update-shallow", "--no-auto-maintenance", "--", people.Top, $"+{from}:{to}"),
            cancellationToken),
        cancellationToken);
}
