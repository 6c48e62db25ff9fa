namespace Alai.Tests;

/// <summary>Holds a text to a file of the repository; on a difference the new text is kept beside the build for copying over.</summary>
internal static class GoldenText
{
    public static void Check(string path, string actual)
    {
        var golden = Path.Combine(Repository.Root, path);
        if (File.Exists(golden) && File.ReadAllText(golden) == actual)
            return;
        var received = Path.Combine(AppContext.BaseDirectory, "received", path);
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, actual);
        Assert.Fail($"{path} differs from what the code gives; if that is meant: cp '{received}' '{golden}'");
    }
}
