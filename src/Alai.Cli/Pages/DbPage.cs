using Alai.Cli.Drawing;
using Alai.Client.Views;

namespace Alai.Cli.Pages;

/// <summary>Care of the store: what was checked, backed up, restored, exported, imported.</summary>
internal static class DbPage
{
    public static void Write(Paper paper, StoreCheckView check)
    {
        Findings(paper, check.Findings);
        if (check.Alarm.Length > 0)
            paper.Text("! reading only: " + check.Alarm, Ink.Red);
        if (check.Accepted.Length > 0)
            paper.Text($"Accepted and written down: {check.Accepted}", Ink.Yellow);
        var sound = check.Sound && check.Alarm.Length == 0;
        paper.Text(sound ? $"The store is sound up to event {check.Sequence}." : "The store is not sound.", sound ? Ink.Green : Ink.Red);
        if (!sound)
            paper.Text("→ alai db restore newest, or accept what is there: alai db check --accept REASON", Ink.Cyan);
    }

    public static void Write(Paper paper, BackupView backup)
    {
        paper.Text($"Backed up to {backup.File}", Ink.Bold);
        paper.Text($"{Size(backup.Bytes)}, up to event {backup.Sequence}, read back and checked", indent: 2);
        paper.Text($"sha256 {backup.Sha256}", Ink.Dim, indent: 2);
        foreach (var lack in backup.Lacks)
            paper.Text("! " + lack, Ink.Red, indent: 2);
    }

    public static void Write(Paper paper, BackupListView list)
    {
        if (list.Backups.Count == 0)
            paper.Advise("No backup yet. The daemon makes one each hour when something changed; at once: alai db backup", Ink.Dim);
        foreach (var backup in list.Backups)
            paper.Text($"{paper.Ago(backup.At)}, up to event {backup.Sequence}, {Size(backup.Bytes)}: {backup.File}");
    }

    public static void Write(Paper paper, RestoreView restore)
    {
        Findings(paper, restore.Findings);
        paper.Text(Headline(restore), restore.Outcome == "refused" ? Ink.Red : Ink.Bold);
        if (restore.Lost.Count > 0)
            paper.Text(restore.Outcome == "checked" ? "A restore would lose:" : "Lost:", Ink.Yellow);
        foreach (var lost in restore.Lost)
            paper.Text("- " + lost, Ink.Yellow, indent: 2);
        if (restore.Replaced.Length > 0)
            paper.Advise($"The replaced store is kept in {restore.Replaced} ('alai db restore --undo' takes it back).", Ink.Dim);
        foreach (var kept in restore.Kept)
            paper.Text($"{kept} differs from the backup's and was left as it is.", Ink.Dim);
        if (restore.Written.Count > 0)
            paper.Text($"{Words.Count(restore.Written.Count, "missing file", "missing files")} came back.", Ink.Dim);
        if (restore.Outcome == "restored")
            paper.Advise("→ Dispatch is halted. Look at 'alai task list' and 'alai inbox', then: alai resume", Ink.Cyan);
    }

    public static void Write(Paper paper, ExportView export)
    {
        paper.Text($"Exported to {export.File}", Ink.Bold);
        paper.Text($"{Words.Count(export.Rows, "row", "rows")} and {Words.Count(export.Files, "file", "files")}, up to event {export.Sequence}, {Size(export.Bytes)}", indent: 2);
    }

    public static void Write(Paper paper, ImportView import)
    {
        paper.Text($"{Words.Count(import.Taken, "task", "tasks")} taken" + (import.Rows > 0 ? $" ({Words.Count(import.Rows, "row", "rows")})" : "") + (import.Known > 0 ? $", {import.Known} were here before" : "") + (import.GivenBack > 0 ? $", {Words.Count(import.GivenBack, "run", "runs")} given back" : ""), Ink.Bold);
        Lines(paper, "Held by the safety rules", import.Held, Ink.Yellow);
        Lines(paper, "Left out", import.LeftOut, Ink.Dim);
        Lines(paper, "Could not be filed", import.Refused, Ink.Red);
    }

    private static void Lines(Paper paper, string heading, IReadOnlyList<string> lines, Ink ink)
    {
        if (lines.Count > 0)
            paper.Text(heading + ":", ink);
        foreach (var line in lines)
            paper.Text("- " + line, ink, indent: 2);
    }

    private static void Findings(Paper paper, IReadOnlyList<StoreFindingView> findings)
    {
        foreach (var finding in findings)
        {
            paper.Raw($"{paper.Inked((finding.Passed ? "ok" : "FAILED").PadRight(8), finding.Passed ? Ink.Green : Ink.Red)} {paper.Inked(CleanText.Line(finding.Check), Ink.Bold)}");
            paper.Text(finding.Seen, indent: 9);
        }
    }

    private static string Headline(RestoreView restore) => restore.Outcome switch
    {
        "checked" when restore.Findings.All(finding => finding.Passed) => $"{restore.File} can be restored: {restore.Tasks} tasks, {restore.Open} of them not over, up to event {restore.Sequence}.",
        "restored" => $"Restored {restore.File}: {restore.Tasks} tasks, {restore.Open} of them not over, up to event {restore.Sequence}.",
        "undone" => $"Took back the store of {restore.File}.",
        _ => $"{restore.File} is not sound; nothing was changed.",
    };

    private static string Size(long bytes) => bytes >= 10 << 20 ? $"{bytes >> 20} MB" : $"{Math.Max(1, bytes >> 10)} KB";
}
