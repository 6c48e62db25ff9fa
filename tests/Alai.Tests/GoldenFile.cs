namespace Alai.Tests;

/// <summary>Holds a text to a file of the repository. <c>ALAI_UPDATE_GOLDEN=1</c> writes the file anew instead.</summary>
internal static class GoldenFile
{
    /// <param name="path">The file, from the root of the repository.</param>
    /// <param name="actual">What the code gives.</param>
    public static void Holds(string path, string actual)
    {
        var golden = Path.Combine(Repository.Root, path);
        if (Environment.GetEnvironmentVariable("ALAI_UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(golden)!);
            File.WriteAllText(golden, actual);
            return;
        }

        Assert.True(File.Exists(golden), $"{path} is missing; ALAI_UPDATE_GOLDEN=1 writes it");
        Assert.Equal(File.ReadAllText(golden), actual);
    }
}
