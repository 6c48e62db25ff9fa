namespace Alai.Workspaces;

/// <summary>
/// What a landing left in a person's checkout when it was killed in the middle: files that hold already what the commit
/// brings, under a branch that has not moved, over which git refuses to merge. They are put back as they were, so that it
/// merges again. Who has changed anything else there keeps everything.
/// </summary>
internal sealed class InterruptedLanding(Git git, string folder)
{
    private const string Nothing = "0000000000000000000000000000000000000000";

    /// <summary>Puts the files back, if they are all that is changed.</summary>
    /// <param name="from">The commit that is checked out.</param>
    /// <param name="to">The commit that was being landed.</param>
    /// <param name="cancellationToken">Stops before anything is touched.</param>
    public async Task PutBackAsync(string from, string to, CancellationToken cancellationToken)
    {
        var brought = await BroughtAsync(from, to, cancellationToken);
        var changed = new HashSet<string>(StringComparer.Ordinal);
        changed.UnionWith(await PathsAsync(cancellationToken, from));
        changed.UnionWith(await PathsAsync(cancellationToken, "--cached", from));
        if (changed.Any(path => !brought.ContainsKey(path)))
            return;

        // Each of them must be on the disk as the commit has it, and in the index as one of the two has it.
        if (changed.Overlaps(await PathsAsync(cancellationToken, to)))
            return;
        var staged = (await PathsAsync(cancellationToken, "--cached", from)).Intersect(await PathsAsync(cancellationToken, "--cached", to));
        var written = brought.Where(file => file.Value.IsNew && !changed.Contains(file.Key) && Path.Exists(Full(file.Key))).ToList();
        if (staged.Any() || !await AreSameAsync(written, cancellationToken))
            return;
        if (changed.Count > 0)
        {
            await git.MustAsync(
                new GitCall(folder, "restore", "--source=" + from, "--staged", "--worktree", "--pathspec-from-file=-", "--pathspec-file-nul") { Input = string.Join('\0', changed), Finishes = true },
                CancellationToken.None);
        }

        foreach (var (path, _) in written)
            File.Delete(Full(path));
    }

    private string Full(string path) => Path.Combine(folder, path);

    private async Task<IReadOnlyList<string>> PathsAsync(CancellationToken cancellationToken, params string[] against) =>
        (await git.MustAsync(new GitCall(folder, ["diff", "--name-only", "--no-renames", "--no-ext-diff", "--ignore-submodules=all", "-z", .. against]), cancellationToken))
            .Split('\0', StringSplitOptions.RemoveEmptyEntries);

    // ":old new hash hash KIND", then the path.
    private async Task<Dictionary<string, Brought>> BroughtAsync(string from, string to, CancellationToken cancellationToken)
    {
        var fields = (await git.MustAsync(new GitCall(folder, "diff-tree", "-r", "--no-renames", "--raw", "-z", from, to), cancellationToken)).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        return fields.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(
            pair => pair[1],
            pair => pair[0].Split(' ') is [_, var mode, var before, var after, ..] ? new Brought(before == Nothing, mode, after) : throw new FormatException(pair[0]),
            StringComparer.Ordinal);
    }

    // New files are not in the index yet; git would not overwrite them even with what they are.
    private async Task<bool> AreSameAsync(IReadOnlyList<KeyValuePair<string, Brought>> written, CancellationToken cancellationToken)
    {
        if (written.Count == 0)
            return true;
        if (written.Any(file => !file.Value.IsPlain || file.Key.Contains('\n', StringComparison.Ordinal) || new FileInfo(Full(file.Key)) is not { Exists: true, LinkTarget: null }))
            return false;
        var hashes = await git.MustAsync(
            new GitCall(folder, "hash-object", "--stdin-paths") { Input = string.Concat(written.Select(file => file.Key + "\n")) }, cancellationToken);
        return hashes.Split('\n').SequenceEqual(written.Select(file => file.Value.Blob));
    }

    private sealed record Brought(bool IsNew, string Mode, string Blob)
    {
        public bool IsPlain => Mode is "100644" or "100755";
    }
}
