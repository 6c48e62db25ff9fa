using System.Globalization;
using System.Text;

namespace Alai.Workspaces;

/// <summary>
/// What only the factory's bare repository has, as one git bundle, and back: branches, snapshots and bases, without what the
/// person's own repository holds. The same refs over the same commits give the same bytes.
/// </summary>
/// <param name="repository">The product's repository.</param>
public sealed class RepositoryBundle(ProductRepository repository)
{
    internal const string Upstream = "refs/alai/upstream/";
    internal const string Returning = "refs/alai/returning/";

    // git writes no file for a pack of nothing: header, count 0, and the SHA-1 of these twelve bytes.
    private static readonly byte[] EmptyPack = Convert.FromHexString("5041434b0000000200000000" + "029d08823bd8a8eab510ad6ac75c823cfd3ed31e");

    /// <summary>Writes it.</summary>
    /// <param name="file">A file that does not exist.</param>
    /// <param name="whole">Whether the history of the person's repository goes in too.</param>
    /// <param name="cancellationToken">Stops; nothing is left but the half file.</param>
    /// <returns>Whether there was anything to write.</returns>
    /// <exception cref="Tasks.FactoryException">git failed.</exception>
    public async Task<bool> WriteAsync(string file, bool whole, CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(repository.GitDirectory, "HEAD")))
            return false;
        var all = await RefsAsync(cancellationToken);
        var own = all.Where(one => one.IsOurs).ToList();
        if (own.Count == 0)
            return false;
        var asked = Asked(own, whole ? [] : Upstreams(all));
        var listed = await MustAsync(["rev-list", "--boundary", "--stdin"], asked, cancellationToken);
        var stands = listed.Split('\n').Where(line => line.StartsWith('-')).Select(line => line[1..]).Order(StringComparer.Ordinal).ToList();
        var pack = await PackAsync(file + ".pack", asked, whole, cancellationToken);
        await using (var to = new FileStream(file, FileMode.CreateNew, FileAccess.Write))
        {
            await to.WriteAsync(Encoding.UTF8.GetBytes(BundleHeader.Text(stands, own)), cancellationToken);
            if (pack is null)
                await to.WriteAsync(EmptyPack, cancellationToken);
            else
                await CopyAsync(pack, to, cancellationToken);
        }

        Directory.Delete(file + ".pack", recursive: true);
        return true;
    }

    /// <summary>Reads every object that only the factory's repository has and computes its hash.</summary>
    /// <returns>What is wrong, or null.</returns>
    public async Task<string?> ProblemAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(repository.GitDirectory, "HEAD")))
            return "it has no HEAD";
        var listed = await repository.Git.RunAsync(repository.Call("for-each-ref", "--format=%(objectname) %(refname)", "refs/heads", "refs/alai"), cancellationToken);
        if (!listed.Succeeded)
            return Git.Words(listed);
        var all = listed.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(BundleRef.Of).ToList();
        var checkedAll = await repository.Git.RunAsync(
            repository.Call("rev-list", "--objects", "--quiet", "--verify-objects", "--stdin") with { Input = Asked(all.Where(one => one.IsOurs), Upstreams(all)) }, cancellationToken);
        return checkedAll.Succeeded ? null : Git.Words(checkedAll);
    }

    /// <summary>Brings back what a bundle holds and the repository lacks. What is there is left as it is; done twice it is done once.</summary>
    /// <param name="file">A bundle.</param>
    /// <param name="cancellationToken">Stops; the next time goes on.</param>
    /// <returns>Null, or what is missing and what to do.</returns>
    public async Task<WorkspaceProblem?> ReturnAsync(string file, CancellationToken cancellationToken)
    {
        if (BundleHeader.Read(file) is not { } header)
            return new WorkspaceProblem(WorkspaceProblemCode.GitFailed, $"{file} is no git bundle", "delete it, or restore another backup");
        WorkspaceProblem? problem = null;
        await repository.AloneAsync(async () => problem = await TakeAsync(file, header, cancellationToken), cancellationToken);
        return problem;
    }

    private static IEnumerable<BundleRef> Upstreams(IEnumerable<BundleRef> all) => all.Where(one => one.Name.StartsWith(Upstream, StringComparison.Ordinal));

    private static string Asked(IEnumerable<BundleRef> with, IEnumerable<BundleRef> without) => string.Concat(
        with.Select(one => one.Commit).Distinct().Select(commit => commit + "\n").Concat(without.Select(one => one.Commit).Distinct().Select(commit => $"^{commit}\n")));

    private async Task<WorkspaceProblem?> TakeAsync(string file, BundleHeader header, CancellationToken cancellationToken)
    {
        await repository.InitialiseAsync(cancellationToken);
        try
        {
            // Both what it stands on and what it names may have to come from the person's repository.
            var wanted = header.Stands.Concat(header.Refs.Select(one => one.Commit)).Distinct().ToList();
            var problem = await HasAllAsync(wanted, cancellationToken) ? null : await FetchAsync(header.Stands, cancellationToken);
            var missing = await MissingAsync(header.Stands, cancellationToken);
            if (missing.Count > 0)
            {
                return problem ?? new WorkspaceProblem(
                    WorkspaceProblemCode.NoCommit,
                    string.Create(CultureInfo.InvariantCulture, $"saved work of {repository.Source.Product} stands on {missing.Count} commits that {repository.Source.Repository} has no more: {string.Join(' ', missing.Take(3))}"),
                    "bring the commits back into that repository (a colleague's clone, a mirror), or restore a backup made with --whole");
            }

            if (new FileInfo(file).Length - header.Bytes > EmptyPack.Length && await UnpackAsync(file, header.Bytes, cancellationToken) is { } broken)
                return broken;
            await NameAsync(header, cancellationToken);
            return null;
        }
        finally
        {
            await ForgetAsync();
        }
    }

    // Not 'git bundle unbundle': that looks through every ref first, and refuses where a ref's own object is what was lost.
    private async Task<WorkspaceProblem?> UnpackAsync(string file, long at, CancellationToken cancellationToken)
    {
        string pack;
        await using (var from = new FileStream(file, FileMode.Open, FileAccess.Read))
        {
            var digest = new byte[20];
            from.Position = from.Length - digest.Length;
            await from.ReadExactlyAsync(digest, cancellationToken);
            pack = Path.Combine(repository.GitDirectory, "objects", "pack", $"pack-{Convert.ToHexStringLower(digest)}.pack");
            if (File.Exists(Path.ChangeExtension(pack, ".idx")))
                return null;
            from.Position = at;
            await using var to = new FileStream(pack, FileMode.Create, FileAccess.Write);
            await from.CopyToAsync(to, cancellationToken);
            to.Flush(flushToDisk: true);
        }

        var indexed = await repository.Git.RunAsync(repository.Call("index-pack", pack), cancellationToken);
        if (indexed.Succeeded)
            return null;
        File.Delete(pack);
        return Git.Failed($"saved work of {repository.Source.Product} could not be unpacked", indexed);
    }

    // Commits that landed and were rewritten since by their owner are the person's affair; everything unlanded is in the pack.
    private async Task NameAsync(BundleHeader header, CancellationToken cancellationToken)
    {
        var known = (await RefsAsync(cancellationToken)).Select(one => one.Name).ToHashSet(StringComparer.Ordinal);
        var gone = (await MissingAsync([.. header.Refs.Select(one => one.Commit).Distinct()], cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var lines = string.Concat(header.Refs.Where(one => one.IsOurs && !known.Contains(one.Name) && !gone.Contains(one.Commit)).Select(one => $"create {one.Name} {one.Commit}\n"));
        if (lines.Length > 0)
            await MustAsync(["update-ref", "--stdin"], lines, cancellationToken);
    }

    // Its branches first; what no branch holds any more is asked for by name, which not every server grants.
    private async Task<WorkspaceProblem?> FetchAsync(IReadOnlyList<string> stands, CancellationToken cancellationToken)
    {
        if (await repository.People.OpenAsync(cancellationToken) is { } closed)
            return closed;
        var problem = await FetchAsync("+refs/heads/*:" + Returning + "heads/*", cancellationToken);
        foreach (var commit in problem is null ? await MissingAsync(stands, cancellationToken) : [])
            await FetchAsync($"{commit}:{Returning}{commit}", cancellationToken);
        return problem;
    }

    private async Task<WorkspaceProblem?> FetchAsync(string what, CancellationToken cancellationToken)
    {
        var result = await repository.Git.RunAsync(
            repository.Call("fetch", "-q", "--no-tags", "--no-write-fetch-head", "--update-shallow", "--no-auto-maintenance", "--", repository.People.Top, what), cancellationToken);
        return result.Succeeded ? null : new WorkspaceProblem(
            WorkspaceProblemCode.Unreachable, $"{repository.Source.Repository} could not be fetched: {Git.Words(result)}", "look at the network and the daemon's access");
    }

    private async Task ForgetAsync()
    {
        var held = (await RefsAsync(CancellationToken.None, Returning)).Select(one => $"delete {one.Name}\n").ToList();
        if (held.Count > 0)
            await MustAsync(["update-ref", "--stdin"], string.Concat(held), CancellationToken.None);
    }

    private async Task<bool> HasAllAsync(IReadOnlyList<string> commits, CancellationToken cancellationToken) =>
        (await MissingAsync(commits, cancellationToken)).Count == 0;

    private async Task<IReadOnlyList<string>> MissingAsync(IReadOnlyList<string> commits, CancellationToken cancellationToken)
    {
        if (commits.Count == 0)
            return [];
        var seen = await MustAsync(["cat-file", "--batch-check"], string.Concat(commits.Select(commit => commit + "\n")), cancellationToken);
        return [.. seen.Split('\n').Where(line => line.EndsWith(" missing", StringComparison.Ordinal)).Select(line => line.Split(' ')[0])];
    }

    private async Task<IReadOnlyList<BundleRef>> RefsAsync(CancellationToken cancellationToken, string under = "refs/heads/ refs/alai/")
    {
        var listed = await repository.Git.MustAsync(repository.Call(["for-each-ref", "--format=%(objectname) %(refname)", .. under.Split(' ')]), cancellationToken);
        return [.. listed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(BundleRef.Of)];
    }

    // Nothing is reused of how objects happen to lie on the disk, so that the bytes depend on the commits alone; a whole history would take too long so.
    private async Task<string?> PackAsync(string folder, string asked, bool whole, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await MustAsync(
            ["pack-objects", "--revs", "-q", "--threads=1", .. whole ? (string[])[] : ["--no-reuse-delta", "--no-reuse-object"], Path.Combine(folder, "p")], asked, cancellationToken);
        return Directory.EnumerateFiles(folder, "*.pack").FirstOrDefault();
    }

    private static async Task CopyAsync(string from, FileStream to, CancellationToken cancellationToken)
    {
        await using var pack = new FileStream(from, FileMode.Open, FileAccess.Read);
        await pack.CopyToAsync(to, cancellationToken);
    }

    private Task<string> MustAsync(string[] words, string input, CancellationToken cancellationToken) =>
        repository.Git.MustAsync(repository.Call(words) with { Input = input }, cancellationToken);
}
