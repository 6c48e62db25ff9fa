using Alai.Settings;

namespace Alai.Host;

/// <summary>What <c>alai init</c> writes: settings that explain themselves, schemas for editors, and the folders a person fills.</summary>
internal static class HomeTemplate
{
    /// <summary>Writes what is missing and says what was done.</summary>
    public static string Write(string home)
    {
        var said = new List<string>();
        foreach (var folder in new[] { "companies", "products" })
        {
            var path = Path.Combine(home, folder);
            if (!Directory.Exists(path))
                said.Add($"made {path}");
            Directory.CreateDirectory(path);
        }

        var settings = Path.Combine(home, SettingsFile.Name);
        if (!File.Exists(settings))
        {
            File.WriteAllText(settings, SettingsTemplate.Text);
            said.Add($"wrote {settings}: every setting with its value, each may be left out");
        }

        if (WriteSchemas(home))
            said.Add($"wrote {Path.Combine(home, "schemas")}: what editors need to check and complete these files");
        said.Add(said.Count == 0 ? $"{home} is ready; nothing was missing." : "Next: alai product add PATH, then alai up; or at once: alai run \"...\" --project PATH");
        return string.Join(Environment.NewLine, said);
    }

    // Schemas belong to the program, not to the person: a newer program writes newer ones.
    private static bool WriteSchemas(string home)
    {
        var folder = Directory.CreateDirectory(Path.Combine(home, "schemas")).FullName;
        var wrote = false;
        foreach (var (name, text) in EditorSchemas.All)
        {
            var file = Path.Combine(folder, name);
            if (File.Exists(file) && File.ReadAllText(file) == text)
                continue;
            File.WriteAllText(file, text);
            wrote = true;
        }

        return wrote;
    }
}
