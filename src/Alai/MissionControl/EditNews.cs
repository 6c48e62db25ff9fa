using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>
/// What of an edit is new. A value that is there already is no edit: it would take a run away, void an approval and be a step
/// that undo takes back.
/// </summary>
internal static class EditNews
{
    /// <summary>The edit without what the root has already; empty when nothing is left.</summary>
    public static TaskEdit Of(FactoryTask root, TaskEdit edit)
    {
        var news = new TaskEdit
        {
            Title = edit.Title == root.Title ? null : edit.Title,
            Body = edit.Body == root.Body ? null : edit.Body,
            Priority = edit.Priority == root.Priority ? null : edit.Priority,
            Product = edit.Product == root.Product ? null : edit.Product,
            Owner = edit.Owner == root.Owner ? null : edit.Owner,
            Criteria = IsSame(edit.Criteria, root.Criteria) ? null : edit.Criteria,
            Labels = IsSame(edit.Labels, root.Labels) ? null : edit.Labels,
            Verify = edit.Verify == root.Verify ? null : edit.Verify,
            Deploy = edit.Deploy == root.Deploy ? null : edit.Deploy,
            Docs = edit.Docs == root.Docs ? null : edit.Docs,
            After = edit.After?.ToHashSet().SetEquals(root.After) == true ? null : edit.After,
            Due = edit.Due == (root.DueAt ?? TaskEdit.NoDay) ? null : edit.Due,
        };

        // What the rules make of the same text stands already, unless they are stricter by now.
        var isRead = news.Title is not null || news.Body is not null || news.Labels is not null || news.Product is not null;
        return isRead || edit.Sensitivity > root.Sensitivity
            ? news with { Sensitivity = edit.Sensitivity, Hold = edit.Hold, Classification = edit.Classification }
            : news;
    }

    private static bool IsSame(IReadOnlyList<string>? given, IReadOnlyList<string> there) => given?.SequenceEqual(there, StringComparer.Ordinal) == true;
}
