using Alai.HiveMind;
using Alai.MissionControl;
using Alai.Workspaces;

namespace Alai.Orchestration;

/// <summary>Restores a backup into a folder of its own and checks everything in it.</summary>
internal static class BackupCheck
{
    /// <summary>Checks; the folder holds the unpacked stores afterwards.</summary>
    /// <param name="bundle">A bundle whose bytes were checked.</param>
    /// <param name="folder">A folder that is made.</param>
    public static StoreReport Run(BundleFile bundle, string folder)
    {
        var store = Path.Combine(folder, "mission-control.db");
        if (bundle.Manifest.Kind != "backup" || bundle.Manifest.Entries.All(entry => entry.Name != BackupPages.Store))
            return Failed("kind", $"expected a backup; found {Article(bundle.Manifest.Kind)}. An export is taken in with `alai db import`");
        bundle.Extract(BackupPages.Store, store);
        bundle.Extract(BackupPages.Anchor, StoreImage.AnchorOf(store));
        var report = StoreImage.Check(store);
        var head = StoreImage.Head(store);
        var fits = head.Sequence == bundle.Manifest.Sequence && head.Hash == bundle.Manifest.Head;
        List<StoreFinding> findings = [.. report.Findings, new("head", fits, fits ? $"the chain ends at event {head.Sequence}, as the manifest says" : $"the chain ends at event {head.Sequence}, the manifest says {bundle.Manifest.Sequence}")];
        if (bundle.Manifest.Entries.Any(entry => entry.Name == BackupPages.Hive))
        {
            var hive = Path.Combine(folder, "hive.db");
            bundle.Extract(BackupPages.Hive, hive);
            var problems = SqliteHiveMind.Problems(hive);
            findings.Add(new StoreFinding("hive", problems.Count == 0, problems.Count == 0 ? "HiveMind's pages are ok" : string.Join("; ", problems)));
        }

        Git(bundle, folder, findings);
        return report with { Findings = findings };
    }

    private static void Git(BundleFile bundle, string folder, List<StoreFinding> findings)
    {
        var (saved, wrong) = (new List<string>(), new List<string>());
        foreach (var name in bundle.Manifest.Entries.Select(entry => entry.Name).Where(name => name.StartsWith(SavedRepositories.Entry, StringComparison.Ordinal)))
        {
            var file = Path.Combine(folder, "one.bundle");
            bundle.Extract(name, file);
            if (SavedRepositories.ProductOf(name) is { } product && BundleHeader.Read(file) is { } header)
                saved.Add($"{product} ({header.Refs.Count} branches and snapshots)");
            else
                wrong.Add($"{name} is no git bundle");
            File.Delete(file);
        }

        if (saved.Count + wrong.Count > 0)
            findings.Add(new StoreFinding("git", wrong.Count == 0, wrong.Count == 0 ? "the work in the factory's repositories of " + string.Join(", ", saved) : string.Join("; ", wrong)));
    }

    private static StoreReport Failed(string check, string seen) => new([new StoreFinding(check, false, seen)], new ChainReport(false, 0, seen));

    private static string Article(string kind) => kind == "export" ? "an export" : $"a bundle of kind '{kind}'";
}
