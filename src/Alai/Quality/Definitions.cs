using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Alai.Quality;

/// <summary>Files that say both what a product is and how its tests run: only the second half is the base's.</summary>
internal static class Definitions
{
    private static readonly string[] PackageKeys = ["scripts", "jest", "mocha", "ava", "nyc", "c8", "vitest", "tap", "babel", "mochaOptions"];
    private static readonly string[] Sections = ["tool.pytest", "tool.tox", "tool.coverage", "tool.hatch.envs", "tool.poe", "tool.taskipy", "tool.pdm.scripts", "tool:pytest", "pytest", "coverage", "testenv"];
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Whether the file is of both halves.</summary>
    public static bool IsMixed(string name) => name is "package.json" or "pyproject.toml" or "setup.cfg";

    /// <summary>Puts the base's half about tests into the result's file.</summary>
    /// <returns>Whether anything had to be put back.</returns>
    public static bool RestoreWithin(string before, string after)
    {
        var (old, now) = (File.ReadAllText(before), File.ReadAllText(after));
        var restored = before.EndsWith(".json", StringComparison.Ordinal) ? Package(old, now) : SectionsOf(old, now);
        if (restored is null)
            return false;
        File.WriteAllText(after, restored);
        return true;
    }

    // A package.json that cannot be read cannot be trusted either: the whole of the base's counts.
    private static string? Package(string old, string now)
    {
        try
        {
            if (JsonNode.Parse(old) is not JsonObject baseObject || JsonNode.Parse(now) is not JsonObject result)
                return old;
            var changed = false;
            foreach (var key in PackageKeys.Where(key => !JsonNode.DeepEquals(baseObject[key], result[key])))
            {
                changed = true;
                result.Remove(key);
                if (baseObject[key] is { } value)
                    result[key] = value.DeepClone();
            }

            return changed ? result.ToJsonString(Indented) : null;
        }
        catch (JsonException)
        {
            return old;
        }
    }

    private static string? SectionsOf(string old, string now)
    {
        var (mine, rest) = (Split(old).Mine, Split(now));
        return mine == rest.Mine ? null : rest.Other + "\n" + mine;
    }

    private static (string Mine, string Other) Split(string text)
    {
        var (mine, rest, inMine) = (new StringBuilder(), new StringBuilder(), false);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith('['))
                inMine = Sections.Any(section => line.Trim('[', ']', ' ').StartsWith(section, StringComparison.Ordinal));
            (inMine ? mine : rest).Append(line).Append('\n');
        }

        return (mine.ToString().TrimEnd(), rest.ToString().TrimEnd());
    }
}
