using Alai.Yaml;

namespace Alai.Settings;

/// <summary>Reads <c>alai.yaml</c>.</summary>
public static class SettingsFile
{
    /// <summary>The name of the file in the home.</summary>
    public const string Name = "alai.yaml";

    /// <summary>Reads the file; the defaults when there is none. Never throws for what it says.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="ollamaHost">The value of <c>OLLAMA_HOST</c>, for a file that names no host; or null.</param>
    public static SettingsLoad Load(string path, string? ollamaHost = null) => File.Exists(path)
        ? Read(YamlDocument.Load(path), ollamaHost)
        : new SettingsLoad(FactorySettings.WithHostAt(ollamaHost), []);

    /// <summary>Reads a text.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="file">The name printed with problems.</param>
    /// <param name="ollamaHost">The value of <c>OLLAMA_HOST</c>, or null.</param>
    public static SettingsLoad Parse(string text, string file = Name, string? ollamaHost = null) =>
        Read(YamlDocument.Parse(text, file), ollamaHost);

    private static SettingsLoad Read(YamlDocument document, string? ollamaHost)
    {
        var problems = new List<ConfigProblem>();
        var root = SettingsShape.Shape.Check(document, problems);
        var settings = root is null ? null : new SettingsReader(problems).Read(root, ollamaHost);
        return new SettingsLoad(problems.Count == 0 ? settings : null, [.. problems.OrderBy(problem => problem.Line)]);
    }
}
