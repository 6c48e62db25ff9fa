using System.Formats.Tar;
using System.Security.Cryptography;

namespace Alai.Workspaces;

/// <summary>Writes trees into folders, Git LFS files and submodules included where the person's checkout holds them.</summary>
internal sealed class TreeCheckout(Git git, string repository, PeoplesRepository people)
{
    private const string OidLine = "oid sha256:";

    /// <summary>Writes a whole tree into a new or empty folder.</summary>
    internal async Task<WorkspaceProblem?> WriteAsync(string tree, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await WithIndexAsync(
            async index => await git.MustAsync(Call(folder, index, null, "read-tree", "--reset", "-u", tree), cancellationToken));
        return await PopulateAsync(tree, folder, cancellationToken);
    }

    /// <summary>Writes the named files, and all files below the named folders, over what a folder holds; names the tree lacks are skipped.</summary>
    /// <returns>The files written.</returns>
    internal async Task<IReadOnlyList<string>> OverlayAsync(string tree, string folder, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var wanted = paths.Select(path => path.TrimEnd('/')).ToList();
        var files = (await new TreeReader(git, repository).ListAsync(tree, cancellationToken))
            .Select(entry => entry.Path)
            .Where(file => wanted.Any(path => file == path || file.StartsWith(path + "/", StringComparison.Ordinal)))
            .ToList();
        await WithIndexAsync(async index =>
        {
            await git.MustAsync(Call(folder, index, null, "read-tree", tree), cancellationToken);
            await git.MustAsync(
                Call(folder, index, string.Concat(files.Select(file => file + "\0")), "checkout-index", "-f", "-q", "-z", "--stdin"), cancellationToken);
        });
        return files;
    }

    /// <summary>Fills in what a plain checkout leaves out.</summary>
    internal async Task<WorkspaceProblem?> PopulateAsync(string tree, string folder, CancellationToken cancellationToken)
    {
        var reader = new TreeReader(git, repository);
        foreach (var file in await reader.LfsFilesAsync(tree, cancellationToken))
        {
            var path = Path.Combine(folder, file);
            var oid = Oid(await File.ReadAllTextAsync(path, cancellationToken));
            if (oid is null || await LfsObjectAsync(oid, cancellationToken) is not { } source)
            {
                return new WorkspaceProblem(
                    WorkspaceProblemCode.Lfs, $"{file} is kept by Git LFS and its content is not in {people.Top}",
                    $"fetch it there: git -C \"{people.Top}\" lfs pull");
            }

            File.Copy(source, path, overwrite: true);
        }

        foreach (var (path, commit) in await reader.SubmodulesAsync(tree, cancellationToken))
        {
            if (await WriteSubmoduleAsync(path, commit, folder, cancellationToken) is { } problem)
                return problem;
        }

        return null;
    }

    /// <summary>The SHA-256 a Git LFS pointer names, or null.</summary>
    internal static string? Oid(string pointer) => pointer.Split('\n')
        .Where(line => line.StartsWith(OidLine, StringComparison.Ordinal) && line.Length >= OidLine.Length + 64)
        .Select(line => line.Substring(OidLine.Length, 64))
        .FirstOrDefault(oid => oid.All(char.IsAsciiHexDigit));

    private async Task<string?> LfsObjectAsync(string oid, CancellationToken cancellationToken)
    {
        if (people.Source.IsRemote)
            return null;
        var common = await git.MustAsync(new GitCall(people.Top, "rev-parse", "--path-format=absolute", "--git-common-dir"), cancellationToken);
        var path = Path.Combine(common, "lfs", "objects", oid[..2], oid[2..4], oid);
        if (!File.Exists(path))
            return null;
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)) == oid ? path : null;
    }

    private async Task<WorkspaceProblem?> WriteSubmoduleAsync(string path, string commit, string folder, CancellationToken cancellationToken)
    {
        var source = Path.Combine(people.Top, path);
        var archive = Path.Combine(git.Machine.DataFolder, "repositories", $"submodule-{Guid.NewGuid():N}.tar");
        try
        {
            var isThere = !people.Source.IsRemote && Path.Exists(Path.Combine(source, ".git"));
            if (!isThere || !(await git.RunAsync(new GitCall(source, "archive", "--format=tar", "-o", archive, commit), cancellationToken)).Succeeded)
            {
                return new WorkspaceProblem(
                    WorkspaceProblemCode.Submodules, $"the submodule {path} is not checked out at {commit[..12]} in {people.Top}",
                    $"fetch it there: git -C \"{people.Top}\" submodule update --init --recursive");
            }

            var target = Directory.CreateDirectory(Path.Combine(folder, path)).FullName;
            await TarFile.ExtractToDirectoryAsync(archive, target, overwriteFiles: true, cancellationToken);
            return null;
        }
        finally
        {
            File.Delete(archive);
        }
    }

    private async Task WithIndexAsync(Func<string, Task> work)
    {
        var index = Path.Combine(git.Machine.DataFolder, "repositories", $"index-{Guid.NewGuid():N}");
        try
        {
            await work(index);
        }
        finally
        {
            File.Delete(index);
        }
    }

    private GitCall Call(string folder, string index, string? input, params string[] arguments) => new(folder, arguments)
    {
        GitDirectory = repository,
        WorkTree = folder,
        IndexFile = index,
        Input = input,
    };
}
