using Alai.Storage;
using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>A stage and the root it belongs to, both whole and of one moment.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Root">Its root.</param>
public sealed record StageOfRoot(FactoryTask Stage, FactoryTask Root)
{
    internal static IReadOnlyList<StageOfRoot> Of(SqlSession sql, IReadOnlyList<TaskId> stages)
    {
        var found = TaskRows.FindMany(sql, stages).ToDictionary(task => task.Id);
        var roots = TaskRows.FindMany(sql, [.. found.Values.Select(task => task.Lineage.Root).Distinct()]).ToDictionary(task => task.Id);
        return [.. stages.Where(found.ContainsKey).Select(id => new StageOfRoot(found[id], roots[found[id].Lineage.Root]))];
    }
}
