using Alai.HiveMind;
using Alai.MissionControl;
using Alai.Settings;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>The backup before a change of a store's schema: the files as they were, so that whoever must go back can.</summary>
internal sealed class MigrationBackup(FactoryHome home, FactorySettings settings, TimeProvider time)
{
    /// <summary>Mission Control is about to get this schema; HiveMind is not open yet.</summary>
    public void OfMissionControl(Func<string, StoreHead> copy, int schema) =>
        Write(Pages(copy, File.Exists(home.Hive) ? to => SqliteHiveMind.Copy(home.Hive, to) : null), ("schema", schema));

    /// <summary>HiveMind is about to get this schema; Mission Control is open, and perhaps was changed a moment ago.</summary>
    public void OfHiveMind(Action<string> copy, int schema, SqliteMissionControl store) => Write(Pages(store.CopyTo, copy), ("hive-schema", schema));

    private BackupPages Pages(Func<string, StoreHead> store, Action<string>? hive) =>
        new(home, time) { CopyStore = store, CopyHive = hive, RulesFile = settings.Safety.Rules };

    private void Write(BackupPages pages, (string What, int Number) next)
    {
        try
        {
            pages.Write(home.Resolve(settings.Backup.Folder), isFolder: true, new BackupWish(false, $"before {next.What} {next.Number}", $"before-{next.What}-{next.Number}"));
        }
        catch (FactoryException failed)
        {
            throw new FactoryException(
                $"The backup that comes before the change to {next.What} {next.Number} could not be made, so nothing was changed: {failed.Message}",
                failed.Hint, failed.IsTransient, failed);
        }
    }
}
