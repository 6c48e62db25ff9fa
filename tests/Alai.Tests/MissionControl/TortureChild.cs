using System.Globalization;
using System.Runtime.CompilerServices;
using Alai.Torture;

namespace Alai.Tests.MissionControl;

/// <summary>The lives of test processes that will be killed. They begin before the test runner wakes up, so they start fast.</summary>
internal static class TortureChild
{
    /// <summary>The home a worker works on until it is killed.</summary>
    public const string Variable = "ALAI_TORTURE_HOME";

    /// <summary>With it, the point of the scenario at which the process dies.</summary>
    public const string Point = "ALAI_TORTURE_POINT";

    [ModuleInitializer]
    internal static void Begin()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } home)
            return;
        if (Environment.GetEnvironmentVariable(Point) is { Length: > 0 } point)
        {
            CrashPoints.Die(home, int.Parse(point, CultureInfo.InvariantCulture));
            Environment.Exit(0);
        }

        TortureWorker.Work(home, TimeProvider.System);
    }
}
