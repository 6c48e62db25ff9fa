using System.Globalization;

namespace Alai.Orchestration;

/// <summary>The folder of backups: their names say when they were made and how far they go.</summary>
internal sealed class BackupShelf(string folder)
{
    public const string Ending = ".alai";
    private const string Start = "backup-";
    private const string Stamp = "yyyyMMdd'T'HHmmss'Z'";

    public string Folder => folder;

    /// <summary>A name nobody has yet.</summary>
    public string Free(DateTimeOffset at, long sequence, string mark)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Start}{at.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture)}-e{sequence}{(mark.Length > 0 ? "-" + mark : "")}");
        var path = Path.Combine(folder, name + Ending);
        for (var again = 2; File.Exists(path); again++)
            path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}-{again}{Ending}"));
        return path;
    }

    /// <summary>Whole backups, newest first.</summary>
    public IReadOnlyList<BackupRecord> All() => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, Start + "*" + Ending).Select(Read).OfType<BackupRecord>().OrderByDescending(record => record.At).ThenByDescending(record => record.Sequence).ThenByDescending(record => record.File, StringComparer.Ordinal)];

    /// <summary>Deletes what is beyond the newest ones and one a day; never one from before a migration.</summary>
    public IReadOnlyList<string> Prune(int keep, int keepDays, DateTimeOffset now)
    {
        var all = All().Where(record => !record.BeforeMigration).ToList();
        var days = all.Where(record => record.At > now.AddDays(-keepDays)).GroupBy(record => record.At.UtcDateTime.Date).Select(day => day.First().File);
        var kept = all.Take(keep).Select(record => record.File).Concat(days).ToHashSet(StringComparer.Ordinal);
        var gone = all.Select(record => record.File).Where(file => !kept.Contains(file)).ToList();
        foreach (var file in gone)
            File.Delete(file);
        return gone;
    }

    private static BackupRecord? Read(string path)
    {
        var words = Path.GetFileNameWithoutExtension(path)[Start.Length..].Split('-');
        return words.Length >= 2 && words[1].StartsWith('e')
            && DateTimeOffset.TryParseExact(words[0], Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            && long.TryParse(words[1][1..], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
                ? new BackupRecord(path, at, sequence, new FileInfo(path).Length) { BeforeMigration = words.Contains("schema") }
                : null;
    }
}
