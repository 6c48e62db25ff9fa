using Alai.Yaml;

namespace Alai.Settings;

/// <summary>
/// Keeps the settings in step with their file. Reads when asked, in the tick; compares content, because an edit within one
/// tick of the clock keeps the file's time. A broken edit, or a file that vanished, leaves the last good settings in force.
/// </summary>
public sealed class SettingsWatch
{
    private readonly string _path;
    private readonly string? _ollamaHost;
    private volatile WatchState _state;

    /// <summary>Starts from settings that are good.</summary>
    /// <param name="path">The file; need not exist.</param>
    /// <param name="first">What reading it gave just now.</param>
    /// <param name="ollamaHost">The value of <c>OLLAMA_HOST</c>, or null.</param>
    public SettingsWatch(string path, FactorySettings first, string? ollamaHost = null)
    {
        _path = path;
        _ollamaHost = ollamaHost;
        _state = new WatchState(first, [], File.Exists(path) ? null : "");
    }

    /// <summary>The last good settings.</summary>
    public FactorySettings Current => _state.Settings;

    /// <summary>What is wrong with the file as it stands now; empty when <see cref="Current"/> is what it says.</summary>
    public IReadOnlyList<ConfigProblem> Problems => _state.Problems;

    /// <summary>Reads the file again if its content changed.</summary>
    /// <returns>Whether <see cref="Current"/> or <see cref="Problems"/> may have changed; true at the first look at a file.</returns>
    public bool Refresh()
    {
        var before = _state;
        var (content, problem) = Read(before);
        if (problem is not null)
        {
            _state = before with { Problems = [problem], Content = null };
            return !before.Problems.SequenceEqual(_state.Problems);
        }

        if (content == before.Content)
            return false;
        var load = content.Length == 0 ? SettingsFile.Load(_path, _ollamaHost) : SettingsFile.Parse(content, _path, _ollamaHost);
        _state = new WatchState(load.Settings ?? before.Settings, load.Problems, content);
        return true;
    }

    private (string Content, ConfigProblem? Problem) Read(WatchState before)
    {
        try
        {
            if (!File.Exists(_path))
            {
                return before.Content is { Length: 0 }
                    ? ("", null)
                    : ("", new ConfigProblem(_path, 0, "the file is gone; the last good settings stay in force"));
            }

            return new FileInfo(_path).Length > YamlDocument.MaximumBytes
                ? ("", YamlDocument.Load(_path).Problems[0])
                : (File.ReadAllText(_path), null);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return ("", new ConfigProblem(_path, 0, $"could not be read ({broken.Message}); the last good settings stay in force"));
        }
    }

    private sealed record WatchState(FactorySettings Settings, IReadOnlyList<ConfigProblem> Problems, string? Content);
}
