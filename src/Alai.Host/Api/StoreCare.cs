using System.Net;
using Alai.Client;
using Alai.Client.Views;
using Alai.Host.Wire;

namespace Alai.Host.Api;

/// <summary>Care of the store: check, backup, export, import. Restoring is done with no daemon, by <see cref="RestoreProcess"/>.</summary>
internal static class StoreCare
{
    public static async Task<Answer> CheckAsync(Call call)
    {
        var words = await call.BodyAsync(WireJson.Default.CheckStore);
        var accepted = "";
        if (words?.Accept == true)
        {
            if (string.IsNullOrWhiteSpace(words.Reason))
                return Answer.Bad("Accepting what is left needs a reason.", "a reason in words", "nothing", "alai db check --accept \"restored by hand after the disk failed\"");
            await call.Factory.Caretaker.AcceptAsync(call.Actor, words.Reason.Trim(), call.Stop);
            accepted = words.Reason.Trim();
        }

        var report = await call.Factory.Caretaker.CheckAsync(call.Stop);
        return Answer.Of(
            new StoreCheckView
            {
                Sound = report.IsSound,
                Findings = CareWire.Of(report.Findings),
                Alarm = call.Factory.Caretaker.StoreAlarm ?? "",
                Sequence = call.Factory.Reader.LastSequence(),
                Accepted = accepted,
            },
            WireJson.Default.StoreCheckView);
    }

    public static async Task<Answer> BackUpAsync(Call call)
    {
        var words = await call.BodyAsync(WireJson.Default.BackUp);
        var to = words?.To is { Length: > 0 } place ? place : null;
        if (to is not null && !Path.IsPathFullyQualified(to))
            return Answer.Bad("The daemon needs the whole path.", "an absolute path", to);
        var made = await call.Factory.Backup.MakeAsync(to, words?.Whole == true, $"asked for by {call.Actor}", call.Stop);
        if (to is null)
            call.Factory.Backup.Prune();
        return Answer.Of(CareWire.Of(made), WireJson.Default.BackupView, HttpStatusCode.Created);
    }

    public static Task<Answer> Backups(Call call) => Task.FromResult(Answer.Of(
        new BackupListView { Backups = [.. call.Factory.Backup.All().Select(CareWire.Of)] }, WireJson.Default.BackupListView));

    public static async Task<Answer> ExportAsync(Call call)
    {
        if (await call.BodyAsync(WireJson.Default.ExportTo) is not { } words || !Path.IsPathFullyQualified(words.File))
            return Answer.Bad("The daemon needs the whole path of the file.", "an absolute path");
        var manifest = await call.Factory.Export.RunAsync(words.File, call.Stop);
        return Answer.Of(
            new ExportView
            {
                File = words.File,
                Sequence = manifest.Sequence,
                Rows = manifest.Entries.Sum(entry => entry.Rows ?? 0),
                Files = manifest.Entries.Count(entry => entry.Rows is null),
                Bytes = new FileInfo(words.File).Length,
            },
            WireJson.Default.ExportView,
            HttpStatusCode.Created);
    }

    public static async Task<Answer> ImportAsync(Call call)
    {
        if (await call.BodyAsync(WireJson.Default.ImportFrom) is not { } words || !Path.IsPathFullyQualified(words.File))
            return Answer.Bad("The daemon needs the whole path of the file.", "an absolute path");
        if (words.From is not ("bundle" or "beads" or "github"))
            return Answer.Bad($"Nothing reads '{words.From}'.", "bundle, beads or github", words.From);
        var report = words.From == "bundle"
            ? await call.Factory.Import.RunAsync(words.File, words.WithSettings, call.Actor, call.Stop)
            : await call.Factory.Issues.RunAsync((words.From, words.File, words.Product), call.Actor, call.Stop);
        if (report.Refusal is null)
            await call.Factory.Care.Repositories.ReturnAsync(call.Stop);
        return report.Refusal is { } refusal
            ? Answer.No(HttpStatusCode.UnprocessableEntity, new Problem(refusal, Hint: "Nothing was taken."))
            : Answer.Of(CareWire.Of(report), WireJson.Default.ImportView);
    }
}
