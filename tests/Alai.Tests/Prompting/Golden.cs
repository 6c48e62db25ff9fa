namespace Alai.Tests.Prompting;

/// <summary>Compares a text with the file that was agreed on. A missing file is written, and the test fails until a person has read it.</summary>
internal static class Golden
{
    public static void Matches(string name, string text)
    {
        var path = Path.Combine(Root(), "tests", "Alai.Tests", "Golden", name);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            Assert.Fail($"{name} was missing and has been written: read it, then commit it");
        }

        Assert.Equal(File.ReadAllText(path), text);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Alai.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the tests run outside the repository");
    }
}
