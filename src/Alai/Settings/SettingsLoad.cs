using Alai.Yaml;

namespace Alai.Settings;

/// <summary>What reading <c>alai.yaml</c> gave.</summary>
/// <param name="Settings">The settings; null exactly when there are problems.</param>
/// <param name="Problems">Everything that is wrong, in the order of the file.</param>
public sealed record SettingsLoad(FactorySettings? Settings, IReadOnlyList<ConfigProblem> Problems)
{
    /// <summary>Each problem as people read it: <c>file:line: text</c>.</summary>
    public IReadOnlyList<string> Sentences => [.. Problems.Select(problem => problem.ToString())];
}
