using System.Globalization;
using System.Net;
using Alai.Client;
using Alai.Client.Views;
using Alai.HiveMind;
using Alai.Tasks;

namespace Alai.Host.Api;

/// <summary>HiveMind for people.</summary>
internal static class Knowledge
{
    private const int MostFound = 100;

    public static async Task<Answer> ListAsync(Call call)
    {
        if (call.Query("kind") is { } kind && !SnakeWord<HiveKind>.TryParse(kind, out _))
            return Words.Unknown<HiveKind>("kind", kind);
        if (call.Number("limit", 10) is < 1 or > MostFound)
            return Answer.Bad("At most 100 entries are shown at once.", "1 to 100", call.Query("limit") ?? "");
        var found = await call.Factory.Hive.SearchAsync(
            new HiveQuery
            {
                Text = call.Query("text") ?? "",
                Product = call.Query("product"),
                Kind = call.Query("kind") is { } word ? SnakeWord<HiveKind>.Parse(word) : null,
                Since = call.Moment("since"),
                Limit = call.Number("limit", 10),
            },
            call.Stop);
        return Answer.Of(
            new HiveListView { Entries = [.. found.Hits.Select(hit => Of(hit.Entry) with { Score = Math.Round(hit.Score, 3) })], Legs = found.Legs },
            WireJson.Default.HiveListView);
    }

    public static async Task<Answer> PostAsync(Call call)
    {
        var words = await call.BodyAsync(WireJson.Default.PostToHive);
        if (words is null || string.IsNullOrWhiteSpace(words.Text))
            return Answer.Bad("There is nothing to remember.", "a text", "nothing");
        var kind = words.Kind.Length == 0 ? HiveKind.Knowledge : default;
        if (words.Kind.Length > 0 && !SnakeWord<HiveKind>.TryParse(words.Kind, out kind))
            return Words.Unknown<HiveKind>("kind", words.Kind);
        if (words.Product.Length > 0 && call.Factory.Products.Find(words.Product) is null)
            return Answer.Bad(call.Factory.Products.Unknown(words.Product), hint: "See 'alai product list', or leave --product out: then it is shared.");
        var source = new HiveSource(call.Actor, TrustLabel.Operator) { Product = words.Product };
        DateTimeOffset? until = words.Days is { } days ? call.Daemon.Time.GetUtcNow().AddDays(days) : null;
        var learned = await call.Factory.Hive.LearnAsync(new NewHiveEntry("", kind, words.Text, source, until), call.Stop);
        return learned.Entry is { } entry
            ? Answer.Of(new HivePostedView { Entry = Of(entry), IsNew = learned.IsNew }, WireJson.Default.HivePostedView, HttpStatusCode.Created)
            : Answer.Bad(learned.Problem);
    }

    public static async Task<Answer> ShowAsync(Call call) =>
        Number(call) is { } id && await call.Factory.Hive.FindAsync(id, call.Stop) is { } entry
            ? Answer.Of(Of(entry), WireJson.Default.HiveEntryView)
            : NoSuch(call);

    public static async Task<Answer> RetractAsync(Call call)
    {
        var words = await call.BodyAsync(WireJson.Default.VerbWords);
        if (string.IsNullOrWhiteSpace(words?.Text))
            return Answer.Bad("Retracting needs a reason; the entry is kept with it.", "a reason", "nothing");
        return Number(call) is { } id && await call.Factory.Hive.RetractAsync(id, call.Actor, words.Text, call.Stop) is { } entry
            ? Answer.Of(Of(entry), WireJson.Default.HiveEntryView)
            : NoSuch(call);
    }

    public static async Task<Answer> StatsAsync(Call call)
    {
        var stats = await call.Factory.Hive.StatsAsync(call.Stop);
        return Answer.Of(
            new HiveStatsView
            {
                Entries = stats.Entries,
                Retracted = stats.Retracted,
                Expired = stats.Expired,
                ByKind = stats.ByKind,
                ByProduct = stats.ByProduct,
                Recalls = stats.Recalls,
                NeverRecalled = stats.NeverRecalled,
            },
            WireJson.Default.HiveStatsView);
    }

    private static HiveEntryView Of(HiveEntry entry) => new()
    {
        Id = entry.Id,
        Kind = SnakeWord<HiveKind>.Of(entry.Kind),
        Text = entry.Text,
        Product = entry.Source.Product,
        By = entry.Source.By,
        Trust = SnakeWord<TrustLabel>.Of(entry.Source.Trust),
        Task = entry.Source.Task?.Value,
        LearnedAt = entry.LearnedAt,
        ExpiresAt = entry.ExpiresAt,
        Retracted = entry.Retracted,
    };

    private static long? Number(Call call) =>
        long.TryParse(call.Route("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static Answer NoSuch(Call call) => Answer.Missing($"HiveMind has no entry {call.Route("id")}.", "See 'alai hive query'.");
}
