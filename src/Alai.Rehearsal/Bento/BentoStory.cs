using Alai.MissionControl;

namespace Alai.Rehearsal.Bento;

/// <summary>Turns events into the lines a person follows; what says nothing to a newcomer is left out.</summary>
internal static class BentoStory
{
    /// <summary>The line of an event, or null when it is not told.</summary>
    public static DemoLine? Line(EventRecord happened, IMissionControlReader reader)
    {
        if (happened.Task is not { } id || reader.Find(id) is not { } task)
            return null;
        var root = task.Lineage.Root.ToString();
        return happened.Kind switch
        {
            "ended" when IsCaught(happened.Text) => new DemoLine("caught", root, happened.Text),
            "claimed" or "ended" or "landed" or "reworked" => new DemoLine("event", root, happened.Text),
            "held" => new DemoLine("held", root, happened.Text),
            "done" when task.IsRoot => new DemoLine("done", root, happened.Text),
            "filed" when task.IsRoot => new DemoLine("event", root, happened.Text),
            _ => null,
        };
    }

    private static bool IsCaught(string text) =>
        text.Contains("no_change", StringComparison.Ordinal) || text.Contains("verify_failed", StringComparison.Ordinal)
        || text.Contains("was removed", StringComparison.Ordinal);
}
