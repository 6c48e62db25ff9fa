using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Which verb lifts which hold.</summary>
internal static class HoldWords
{
    /// <summary>Says what holds a task and what a person can do about it.</summary>
    public static string Of(FactoryTask held)
    {
        var root = held.Lineage.Root.Value;
        var way = held.Hold!.Code switch
        {
            HoldCode.SafetyRule => $"use `alai inbox approve {root}`, or `alai task start {root}` to do it yourself",
            HoldCode.NeedsApproval => $"use `alai inbox approve {root}` or `alai inbox reject {root}`",
            HoldCode.HumanTier => $"take it with `alai inbox take {root}` and end it with `alai task done {root}`",
            HoldCode.Question when PersonJudgement.IsAsked(held) =>
                $"judge it with `alai inbox approve {root}` or `alai inbox reject {root} \"why\"`, or ask the reviewers again with `alai task retry {root}`",
            HoldCode.Question => $"answer it with `alai inbox answer {root} \"...\"`",
            HoldCode.Paused or HoldCode.Blocked => $"use `alai task resume {root}`",
            _ => $"mend it and use `alai task retry {root}`",
        };
        return $"{held.Id} is held by {SnakeWord<HoldCode>.Of(held.Hold.Code)} ({held.Hold.Text}): {way}";
    }
}
