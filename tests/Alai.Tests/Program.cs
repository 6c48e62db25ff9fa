using Alai.Tests.MissionControl;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Alai.Tests;

/// <summary>The runner of these tests; with the environment of a victim, a process that works until it is killed.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        if (TortureChild.Began())
            return Task.FromResult(0);
        return args.Contains("--server") || args.Contains("--internal-msbuild-node")
            ? TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : ConsoleRunner.Run(args);
    }
}
