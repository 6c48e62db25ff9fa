using Alai.Tasks;

namespace Alai.Prompting;

/// <summary>What a repository looks like from its file names: the top level, and the files the task seems to speak of.</summary>
public static class RepositoryMap
{
    private const int MostFiles = 20_000;
    private const int MostTop = 40;
    private const int MostCandidates = 20;
    private const int ShortestWord = 3;

    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase)
        { ".git", "node_modules", "bin", "obj", "target", "dist", "__pycache__", ".venv", "venv", ".next", "vendor" };

    // Folders everything is in say nothing about a task.
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase) { "src", "lib", "app", "test", "tests", "the", "and" };

    /// <summary>Makes the map. Reads names only; follows no link.</summary>
    /// <param name="folder">The product's root in the workspace.</param>
    /// <param name="task">Title, body and criteria, for the words.</param>
    /// <param name="cancellationToken">Stops a walk of a huge repository.</param>
    public static string Of(string folder, string task, CancellationToken cancellationToken)
    {
        var files = Files(folder, cancellationToken).Take(MostFiles).ToList();
        return Of(files, task);
    }

    /// <summary>Makes the map of a list of relative paths.</summary>
    public static string Of(IReadOnlyList<string> files, string task)
    {
        var top = files.Select(file => file.Split('/')).GroupBy(parts => parts[0], StringComparer.Ordinal)
            .Select(group => group.First().Length > 1 ? $"{group.Key}/ ({group.Count()} files)" : group.Key)
            .Order(StringComparer.Ordinal).ToList();
        var words = Words(task);
        var candidates = files.Where(file => file.Contains('/', StringComparison.Ordinal))
            .Select(file => (file, score: Score(file, words, task))).Where(pair => pair.score > 0)
            .OrderByDescending(pair => pair.score).ThenBy(pair => pair.file.Length).ThenBy(pair => pair.file, StringComparer.Ordinal)
            .Take(MostCandidates).Select(pair => pair.file).ToList();
        var map = string.Join('\n', top.Take(MostTop)) + (top.Count > MostTop ? $"\n[{top.Count - MostTop} more]" : "");
        return VisibleText.Clean(candidates.Count == 0 ? map : $"{map}\nfiles that may matter:\n{string.Join('\n', candidates)}");
    }

    private static HashSet<string> Words(string task) => task
        .Split([.. task.Where(letter => !char.IsLetterOrDigit(letter)).Distinct()], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Length >= ShortestWord).ToHashSet(StringComparer.OrdinalIgnoreCase);

    // A path the task names in full counts most, then its file name, then words in common.
    private static int Score(string file, HashSet<string> words, string task)
    {
        var name = Path.GetFileName(file);
        if (task.Contains(file, StringComparison.OrdinalIgnoreCase))
            return 100;
        if (name.Length > ShortestWord && task.Contains(name, StringComparison.OrdinalIgnoreCase))
            return 50;
        var parts = file.Split('/', '.', '-', '_');
        return parts.Count(part => part.Length >= ShortestWord && !Common.Contains(part) && words.Any(word =>
            part.Equals(word, StringComparison.OrdinalIgnoreCase) || (word.Length > 4 && part.Contains(word, StringComparison.OrdinalIgnoreCase))));
    }

    private static IEnumerable<string> Files(string folder, CancellationToken cancellationToken)
    {
        var waiting = new Queue<DirectoryInfo>([new DirectoryInfo(folder)]);
        while (waiting.TryDequeue(out var current))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var entry in current.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
            {
                if (entry.LinkTarget is not null)
                    continue;
                if (entry is DirectoryInfo child && !Skipped.Contains(entry.Name))
                    waiting.Enqueue(child);
                else if (entry is FileInfo)
                    yield return Path.GetRelativePath(folder, entry.FullName).Replace('\\', '/');
            }
        }
    }
}
