using System.Text;
using Alai.Client.Requests;
using Alai.Client.Views;

namespace Alai.Cli.Filing;

/// <summary>A task as a person edits it: front matter and Markdown, and what became different.</summary>
internal static class EditorText
{
    public static string Of(TaskView task)
    {
        var text = new StringBuilder("---\n");
        text.Append("title: ").Append(task.Title).Append('\n');
        text.Append("product: ").Append(task.Product).Append('\n');
        text.Append("priority: ").Append(task.Priority).Append('\n');
        List(text, "labels", task.Labels);
        List(text, "criteria", task.Criteria);
        return text.Append("---\n").Append(task.Body).Append('\n').ToString();
    }

    /// <summary>The fields that became different; null when none did.</summary>
    public static EditFields? Changed(TaskView before, FileTask after)
    {
        var fields = new EditFields
        {
            Title = after.Title == before.Title ? null : after.Title,
            Body = after.Body.Trim() == before.Body.Trim() ? null : after.Body,
            Product = after.Product == before.Product ? null : after.Product,
            Priority = after.Priority == before.Priority ? null : after.Priority,
            Labels = after.Labels.SequenceEqual(before.Labels) ? null : after.Labels,
            Criteria = after.Criteria.SequenceEqual(before.Criteria) ? null : after.Criteria,
        };
        return fields == new EditFields() ? null : fields with { Version = before.Version };
    }

    private static void List(StringBuilder text, string key, IReadOnlyList<string> items)
    {
        text.Append(key).Append(":\n");
        foreach (var item in items)
            text.Append("  - ").Append(item).Append('\n');
    }
}
