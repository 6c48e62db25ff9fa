namespace Alai.EndToEnd;

/// <summary>What some tests need of the machine.</summary>
public static class Needs
{
    /// <summary>The folder of the runtime these tests run on, for programs that are started with an empty search path.</summary>
    public static string DotnetRoot => Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>Skips loudly where no sandbox is installed.</summary>
    public static void Sandbox()
    {
        if (OperatingSystem.IsLinux() && !File.Exists("/usr/bin/bwrap") && !File.Exists("/usr/local/bin/bwrap"))
            Assert.Skip("needs bubblewrap: apt-get install bubblewrap");
    }
}
