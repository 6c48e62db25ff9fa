using Alai.Tasks;

namespace Alai.Products.Ecosystems;

/// <summary>A folder being looked at: a bounded list of its files and small reads of the ones that matter.</summary>
internal sealed class ProductFolder
{
    private const int MaximumDepth = 4;
    private const int MaximumFiles = 20_000;
    private const int MaximumBytes = 1024 * 1024;

    private static readonly string[] Manifests =
        ["package.json", "pyproject.toml", "requirements.txt", "setup.py", "go.mod", "Cargo.toml", "*.csproj", "*.fsproj", "*.sln", "*.slnx"];

    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase)
    {
        ".git", "node_modules", "vendor", "bin", "obj", "dist", "build", "target", "artifacts", ".venv", "venv", "__pycache__", ".tox",
    };

    private readonly string _path;

    public ProductFolder(string path)
    {
        _path = path;
        Files = Directory.Exists(path) ? [.. Walk(path, "", 1).Take(MaximumFiles)] : [];
    }

    /// <summary>Files down to four levels, <c>/</c> between parts, those of a folder before those below it.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>Whether a file with this name stands at the top.</summary>
    public bool Has(string name) => Files.Contains(name);

    /// <summary>Files that match any of the patterns.</summary>
    public IEnumerable<string> Find(params string[] patterns) => Files.Where(file => PathGlob.MatchesAny(patterns, file));

    /// <summary>The text of a file; empty when it is absent, unreadable or longer than a manifest ever is.</summary>
    public string Read(string file)
    {
        try
        {
            var info = new FileInfo(Path.Combine(_path, file));
            return info.Exists && info.Length <= MaximumBytes ? File.ReadAllText(info.FullName) : "";
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>Whether the owner may execute a file; always true where the platform has no such mark.</summary>
    public bool IsExecutable(string file) =>
        OperatingSystem.IsWindows() || (File.GetUnixFileMode(Path.Combine(_path, file)) & UnixFileMode.UserExecute) != UnixFileMode.None;

    /// <summary>Folders below the top that hold a manifest, nearest first, at most twenty.</summary>
    public IReadOnlyList<string> Nested() =>
    [
        .. Files.Where(file => file.Contains('/', StringComparison.Ordinal) && Manifests.Any(manifest => PathGlob.Matches("**/" + manifest, file)))
            .Select(file => file[..file.LastIndexOf('/')]).Distinct()
            .OrderBy(folder => folder.Count(letter => letter == '/')).Take(20),
    ];

    private static IEnumerable<string> Walk(string path, string prefix, int depth)
    {
        var options = new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };
        var root = new DirectoryInfo(path);
        foreach (var file in root.EnumerateFiles("*", options).OrderBy(file => file.Name, StringComparer.Ordinal))
            yield return prefix + file.Name;
        if (depth == MaximumDepth)
            yield break;
        var folders = root.EnumerateDirectories("*", options).Where(folder => !Skipped.Contains(folder.Name));
        foreach (var folder in folders.OrderBy(folder => folder.Name, StringComparer.Ordinal))
        {
            foreach (var file in Walk(folder.FullName, $"{prefix}{folder.Name}/", depth + 1))
                yield return file;
        }
    }
}
