using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>
/// Takes a stage task through the rail's door. What is judged, and what an approval binds to, is the text as filed: the
/// root's title, not the stage's own.
/// </summary>
internal static class Clearing
{
    public static ClearedTask? Try(FactoryParts parts, FactoryTask stage, out SafetyRuling ruling) =>
        Try(parts, stage, parts.Reader.Find(stage.Lineage.Root), out ruling);

    /// <summary>The same with the root at hand, or null when there is none.</summary>
    public static ClearedTask? Try(FactoryParts parts, FactoryTask stage, FactoryTask? root, out SafetyRuling ruling)
    {
        var title = root?.Title ?? stage.Title;
        return ClearedTask.Try(stage with { Title = title }, parts.Now.Rules, out ruling);
    }
}
