using System.Reflection;
using System.Text;
using Alai.Yaml;

namespace Alai.Companies;

/// <summary>The files companies are made of: the shipped ones, and over them, file by file, those of the person's folders.</summary>
internal sealed class CompanySources
{
    private const string Prefix = "companies/";
    private readonly SortedDictionary<string, CompanyText> _files = new(StringComparer.Ordinal);

    /// <summary>The folders, in order.</summary>
    public IEnumerable<string> Folders => _files.Keys.Select(path => path.Split('/')[0]).Distinct();

    public static CompanySources Read(IReadOnlyList<string> folders, List<ConfigProblem> problems)
    {
        var sources = new CompanySources();
        sources.AddShipped();
        foreach (var folder in folders.Where(Directory.Exists))
            sources.AddFolder(folder, problems);
        return sources;
    }

    public CompanyText? Find(string path) => _files.GetValueOrDefault(path);

    /// <summary>Files directly in a folder with an ending, in order of name.</summary>
    public IEnumerable<(string Name, CompanyText File)> In(string folder, string ending) =>
        from pair in _files
        where pair.Key.StartsWith(folder + "/", StringComparison.Ordinal) && pair.Key.EndsWith(ending, StringComparison.Ordinal)
        let name = pair.Key[(folder.Length + 1)..^ending.Length]
        where !name.Contains('/', StringComparison.Ordinal)
        select (name, pair.Value);

    private void AddShipped()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            _files[resource[Prefix.Length..].Replace('\\', '/')] = new CompanyText(resource, reader.ReadToEnd());
        }
    }

    private void AddFolder(string folder, List<ConfigProblem> problems)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 3, IgnoreInaccessible = true };
        foreach (var path in Directory.EnumerateFiles(folder, "*", options).Order(StringComparer.Ordinal))
        {
            var relative = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (Path.GetExtension(path) is not (".yaml" or ".md") || !relative.Contains('/', StringComparison.Ordinal))
                continue;
            if (new FileInfo(path).Length > YamlDocument.MaximumBytes)
                problems.Add(new ConfigProblem(path, 0, $"expected at most {YamlDocument.MaximumBytes} bytes; the file is longer"));
            else
                _files[relative] = new CompanyText(path, ReadText(path, problems));
        }
    }

    private static string ReadText(string path, List<ConfigProblem> problems)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            problems.Add(new ConfigProblem(path, 0, $"could not be read: {broken.Message}"));
            return "";
        }
    }
}
