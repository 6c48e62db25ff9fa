using System.Globalization;
using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>What an edit changes, for the history and for whoever edits at the same time: short values from and to, long texts by name.</summary>
internal static class EditWords
{
    private const int Longest = 80;

    public static string Of(FactoryTask before, TaskEdit edit) => string.Join(", ", Changes(before, edit).OfType<string>());

    private static IEnumerable<string?> Changes(FactoryTask before, TaskEdit edit) =>
    [
        edit.Title is { } title ? Move("title", Quoted(before.Title), Quoted(title)) : null,
        edit.Body is null ? null : "body",
        edit.Priority is { } priority ? Move("priority", SnakeWord<Priority>.Of(before.Priority), SnakeWord<Priority>.Of(priority)) : null,
        edit.Product is { } product ? Move("product", before.Product, product) : null,
        edit.Owner is { } owner ? Move("owner", before.Owner, owner) : null,
        edit.Criteria is null ? null : "criteria",
        edit.Labels is { } labels ? Labels(before.Labels, labels) : null,
        edit.Verify is null ? null : "verify",
        edit.Deploy is { } deploy ? Move("deploy", YesNo(before.Deploy), YesNo(deploy)) : null,
        edit.Docs is { } docs ? Move("docs", YesNo(before.Docs), YesNo(docs)) : null,
        edit.After is { } after ? Move("after", Ids(before.After), Ids(after)) : null,
        edit.Due is { } due ? Move("due", Day(before.DueAt), due == TaskEdit.NoDay ? null : Day(due)) : null,
        edit.Sensitivity is { } sensitivity && sensitivity > before.Sensitivity ? "sensitivity" : null,
    ];

    private static string Move(string field, string? from, string? to) =>
        from == to ? field : $"{field} {(string.IsNullOrEmpty(from) ? "none" : from)} -> {(string.IsNullOrEmpty(to) ? "none" : to)}";

    private static string Labels(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var moved = string.Join(' ', after.Except(before).Select(label => "+" + label).Concat(before.Except(after).Select(label => "-" + label)));
        return moved.Length > 0 ? "labels " + moved : "labels";
    }

    private static string Quoted(string title) => $"\"{(title.Length > Longest ? title[..(Longest - 3)] + "..." : title)}\"";

    private static string Ids(IReadOnlyList<TaskId> ids) => string.Join(' ', ids);

    private static string YesNo(bool value) => value ? "yes" : "no";

    private static string? Day(DateTimeOffset? due) => due?.ToUniversalTime().ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
