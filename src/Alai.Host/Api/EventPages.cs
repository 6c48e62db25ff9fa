using System.Globalization;
using Alai.Client;
using Alai.Client.Views;
using Alai.Host.Wire;
using Alai.Tasks;

namespace Alai.Host.Api;

/// <summary>The event log in pages, oldest first: after a sequence number, or the newest ones.</summary>
internal static class EventPages
{
    private const int LongestPage = 1000;

    public static async Task<Answer> ReadAsync(Call call)
    {
        var (root, refusal) = RootOf(call);
        if (refusal is not null)
            return refusal;
        var limit = call.Number("limit", 50);
        if (limit is < 1 or > LongestPage)
            return Answer.Bad("A page has 1 to 1000 events.", "1 to 1000", call.Query("limit") ?? "");
        var reader = call.Factory.Reader;
        var after = call.Place("after");
        await reader.SettledAsync(call.Stop);
        var events = after is { } place ? reader.Events(root, place, limit + 1) : reader.NewestEvents(root, limit);
        var shown = events.Take(limit).ToList();
        return Answer.Of(
            new EventListView
            {
                Events = [.. shown.Select(TaskWire.Of)],
                Next = shown.Count > 0 ? shown[^1].Sequence : after ?? reader.LastSequence(),
                More = events.Count > limit,
            },
            WireJson.Default.EventListView);
    }

    /// <summary>The root of the task that was asked for, null for all, or why there is none.</summary>
    public static (TaskId? Root, Answer? Refusal) RootOf(Call call)
    {
        if (call.Query("task") is not { } text)
            return (null, null);
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return (null, Answer.Bad("That is no task number.", "a positive number such as 12", text));
        return call.Factory.Reader.Find(new TaskId(number)) is { } task
            ? (task.Lineage.Root, null)
            : (null, Answer.Missing($"There is no task #{number}.", "See 'alai task list'."));
    }
}
