using Alai.Yaml;

namespace Alai.Settings;

/// <summary>The text of <c>docs/settings.md</c>; a test holds the document to it.</summary>
public static class SettingsReference
{
    /// <summary>The page.</summary>
    public static string Text { get; } =
        $"""
        # Settings: every key of `alai.yaml`

        The file lives in the factory's home (`--home`, else `ALAI_HOME`, else `~/.alai`). It may be absent: then every default
        below holds. What the file gives replaces the default of that key and nothing else; a key without a value means its
        default. An unknown key, a wrong type or a broken reference is an error with file and line, and all of them are shown at
        once. A running daemon reads the file again when it changes; a broken edit keeps the last good settings in force and
        raises an alarm. So it is over a restart: a copy of each good `alai.yaml`, safety rules and `pipeline.yaml` is kept in
        `data/last-good` of the home. Where such a file is broken and never was good, the factory starts and dispatches nothing
        until it is mended; a file that is deleted means its defaults, and its copy goes with it.

        `*` stands for a name of your choice, or for the numbers 1 to 5 of tiers. Editors find the same keys in
        `docs/schemas/alai.schema.json`, which `alai init` writes into the home.

        {ReferencePage.Table(SettingsShape.Shape)}
        """.ReplaceLineEndings("\n");
}
