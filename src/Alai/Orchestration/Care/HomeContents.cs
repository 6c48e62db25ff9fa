namespace Alai.Orchestration;

/// <summary>Which files of a home belong into a bundle, as paths with slashes. Secrets, repositories, caches and logs never do.</summary>
internal static class HomeContents
{
    /// <summary>The entry of a file of the home.</summary>
    public const string Prefix = "home/";

    /// <summary>What people edit.</summary>
    public static IEnumerable<string> Settings(FactoryHome home, string rulesFile) =>
        new[] { "alai.yaml", "pipeline.yaml", rulesFile }
            .Where(name => IsInside(name) && File.Exists(Path.Combine(home.Root, name)))
            .Concat(Under(home, "companies"))
            .Concat(Under(home, "products"))
            .Distinct(StringComparer.Ordinal);

    /// <summary>The folder wiki.</summary>
    public static IEnumerable<string> Wiki(FactoryHome home) => Under(home, "data/wiki");

    /// <summary>Transcripts, all or those of some tasks.</summary>
    public static IEnumerable<string> Transcripts(FactoryHome home, IReadOnlySet<long>? tasks) => Under(home, "data/transcripts")
        .Where(path => tasks is null || (long.TryParse(path.Split('/')[2], out var task) && tasks.Contains(task)));

    /// <summary>Whether a file people edit may be written from a bundle: not the data, not secrets, not anything hidden.</summary>
    public static bool IsSetting(string path) => path is "alai.yaml" or "pipeline.yaml" || path.StartsWith("companies/", StringComparison.Ordinal)
        || path.StartsWith("products/", StringComparison.Ordinal) || (path.EndsWith(".yaml", StringComparison.Ordinal) && !path.Contains('/', StringComparison.Ordinal));

    /// <summary>Whether it is a record the daemon wrote.</summary>
    public static bool IsRecord(string path) =>
        path.StartsWith("data/transcripts/", StringComparison.Ordinal) || path.StartsWith("data/wiki/", StringComparison.Ordinal);

    private static bool IsInside(string name) => !Path.IsPathRooted(name) && !name.Split('/', '\\').Contains("..");

    private static IEnumerable<string> Under(FactoryHome home, string folder)
    {
        var at = Path.Combine(home.Root, folder);
        if (!Directory.Exists(at))
            return [];
        return Directory
            .EnumerateFiles(at, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Select(path => Path.GetRelativePath(home.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
    }
}
