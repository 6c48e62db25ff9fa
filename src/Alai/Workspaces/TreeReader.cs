using System.Globalization;
using Alai.Tasks;

namespace Alai.Workspaces;

/// <summary>Reads and compares trees of a bare repository. Nothing of a workspace is trusted for it.</summary>
internal sealed class TreeReader(Git git, string repository)
{
    private const string Gitlink = "160000";

    internal Task<string> TreeOfAsync(string commit, CancellationToken cancellationToken) =>
        git.MustAsync(Call("rev-parse", "--verify", "--end-of-options", commit + "^{tree}"), cancellationToken);

    internal async Task<bool> IsAncestorAsync(string below, string above, CancellationToken cancellationToken) =>
        (await git.RunAsync(Call("merge-base", "--is-ancestor", below, above), cancellationToken)).Succeeded;

    /// <summary>The unified diff between two trees.</summary>
    internal Task<string> DiffAsync(string from, string to, CancellationToken cancellationToken) =>
        git.MustAsync(
            Call("diff-tree", "-p", "-r", "-M", "--no-ext-diff", "--no-textconv", "--no-color", "--full-index", "--src-prefix=a/", "--dst-prefix=b/", "--end-of-options", from, to),
            cancellationToken);

    /// <summary>The files that differ between two trees.</summary>
    internal async Task<IReadOnlyList<ChangedFile>> ChangesAsync(string from, string to, CancellationToken cancellationToken) =>
        Parse(await git.MustAsync(Call("diff-tree", "-r", "-M", "-z", "--raw", "--numstat", "--end-of-options", from, to), cancellationToken));

    /// <summary>Paths of submodules.</summary>
    internal async Task<IReadOnlyList<(string Path, string Commit)>> SubmodulesAsync(string tree, CancellationToken cancellationToken) =>
        [.. (await ListAsync(tree, cancellationToken)).Where(entry => entry.Mode == Gitlink).Select(entry => (entry.Path, entry.Hash))];

    /// <summary>Files that are Git LFS pointers, if the tree says that it uses Git LFS.</summary>
    internal async Task<IReadOnlyList<string>> LfsFilesAsync(string tree, CancellationToken cancellationToken)
    {
        var entries = await ListAsync(tree, cancellationToken);
        var uses = false;
        foreach (var entry in entries.Where(entry => Path.GetFileName(entry.Path) == ".gitattributes").Take(100))
            uses |= (await git.MustAsync(Call("cat-file", "blob", entry.Hash), cancellationToken)).Contains("filter=lfs", StringComparison.Ordinal);
        if (!uses)
            return [];
        var found = await git.RunAsync(
            Call("grep", "-a", "-l", "-z", "-F", "-e", "version https://git-lfs.github.com/spec/v1", tree), cancellationToken);
        if (found.ExitCode is not (0 or 1))
            throw new FactoryException($"git grep failed: {Git.Words(found)}", "look at the repository with git fsck");
        return [.. found.StandardOutput.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(name => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..]).Take(1000)];
    }

    /// <summary>Every entry of a tree.</summary>
    internal async Task<IReadOnlyList<(string Mode, string Hash, string Path)>> ListAsync(string tree, CancellationToken cancellationToken)
    {
        var text = await git.MustAsync(Call("ls-tree", "-r", "-z", "--full-tree", "--end-of-options", tree), cancellationToken);
        return [.. text.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var words = line[..tab].Split(' ');
            return (words[0], words[2], line[(tab + 1)..]);
        })];
    }

    // First all raw records (":old new hash hash KIND", path, and for a rename the new path), then all counts.
    internal static IReadOnlyList<ChangedFile> Parse(string text)
    {
        var fields = text.Split('\0');
        List<ChangedFile> files = [];
        var at = 0;
        while (at < fields.Length && fields[at].StartsWith(':'))
        {
            var words = fields[at][1..].Split(' ');
            var isRename = words[4][0] is 'R' or 'C';
            files.Add(new ChangedFile(
                Kind(words[4][0]), fields[at + (isRename ? 2 : 1)], isRename ? fields[at + 1] : null, null, null, words[0], words[1]));
            at += isRename ? 3 : 2;
        }

        for (var i = 0; i < files.Count && at < fields.Length; i++)
        {
            var words = fields[at].Split('\t');
            files[i] = files[i] with { Added = Count(words[0]), Deleted = Count(words[1]) };
            at += words[2].Length == 0 ? 3 : 1;
        }

        return files;
    }

    private static int? Count(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    private static ChangeKind Kind(char letter) => letter switch
    {
        'A' or 'C' => ChangeKind.Added,
        'D' => ChangeKind.Deleted,
        'R' => ChangeKind.Renamed,
        'T' => ChangeKind.TypeChanged,
        _ => ChangeKind.Modified,
    };

    private GitCall Call(params string[] arguments) => new(repository, arguments) { GitDirectory = repository };
}
