using System.Globalization;
using Alai.Torture;

namespace Alai.Tests.MissionControl;

/// <summary>The lives of test processes that will be killed. They begin before the test runner wakes up, so they start fast.</summary>
internal static class TortureChild
{
    /// <summary>The home a worker works on until it is killed.</summary>
    public const string Variable = "ALAI_TORTURE_HOME";

    /// <summary>With it, the point of the scenario at which the process dies.</summary>
    public const string Point = "ALAI_TORTURE_POINT";

    /// <returns>Whether this process is one of them; it lived to its end then.</returns>
    public static bool Began()
    {
        // Not in a module initialiser: other threads of this module would wait for its end.
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } home)
            return false;
        if (Environment.GetEnvironmentVariable(Point) is { Length: > 0 } point)
            CrashPoints.Die(home, int.Parse(point, CultureInfo.InvariantCulture));
        else
            TortureWorker.Work(home, TimeProvider.System);
        return true;
    }
}
