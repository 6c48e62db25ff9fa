using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>What a proved landing moved, as its effect row tells it.</summary>
/// <param name="Before">The target's commit before.</param>
/// <param name="After">The target's commit after.</param>
/// <param name="Target">The branch.</param>
internal sealed record LandingRecord(string Before, string After, string Target)
{
    /// <summary>The step of landings in the store.</summary>
    public const string Step = "land";

    /// <summary>The last landing of a root, or null when nothing of it landed.</summary>
    public static LandingRecord? LastOf(IMissionControlReader reader, TaskId root) =>
        reader.Effects(root).LastOrDefault(effect => effect is { Step: Step, Status: "done" }) is { } landed ? Parse(landed.Output) : null;

    // LandingStep writes "BEFORE AFTER TARGET stands at ...".
    private static LandingRecord? Parse(string output) =>
        output.Split(' ', 4) is [{ Length: >= 40 } before, { Length: >= 40 } after, var target, ..] ? new LandingRecord(before, after, target) : null;
}
