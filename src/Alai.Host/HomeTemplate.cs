namespace Alai.Host;

/// <summary>What <c>alai init</c> writes: settings that explain themselves, and the folders a person fills.</summary>
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

        var settings = Path.Combine(home, "alai.yaml");
        if (!File.Exists(settings))
        {
            File.WriteAllText(settings, Settings());
            said.Add($"wrote {settings}: every setting with its value, each may be left out");
        }

        said.Add(said.Count == 0 ? $"{home} is ready; nothing was missing." : "Next: alai product add PATH, then alai up.");
        return string.Join(Environment.NewLine, said);
    }

    private static string Settings()
    {
        using var stream = typeof(HomeTemplate).Assembly.GetManifestResourceStream("alai.yaml")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
