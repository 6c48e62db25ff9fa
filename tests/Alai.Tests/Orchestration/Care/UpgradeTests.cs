using Alai.MissionControl;
using Alai.Orchestration;
using Alai.Storage;
using Alai.Tasks;
using Alai.Tests.Storage;

namespace Alai.Tests.Orchestration;

/// <summary>Whoever upgrades can go back, and what an older ALAI wrote is read: backups and exports of every schema that was handed out.</summary>
public sealed class UpgradeTests
{
    private const int Page = 4096;

    public static TheoryData<int> Released => SchemaTests.Released;

    public static TheoryData<int> Older => [.. Enumerable.Range(1, StoreImage.NewestSchema - 1)];

    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Older))]
    public async Task The_backup_made_before_an_upgrade_is_checked_and_restored_by_the_newer_program(int schema)
    {
        await using var home = new CareHome();
        Directory.CreateDirectory(home.Data);
        var at = new FactoryHome(home.Folder);
        SchemaTests.PutFixture(at.Database, schema);
        var since = await home.FileAsync("Filed after the upgrade");
        var backup = Assert.Single(Directory.GetFiles(home.Backups, "*before-schema-*"));
        await home.CloseAsync();
        var restore = new HomeRestore(at, home.Clock);

        var looked = restore.Check(backup);
        Assert.True(looked.IsSound, string.Join('\n', looked.Findings));
        Assert.Empty(Directory.GetFiles(home.Data, "*.upgraded*", SearchOption.AllDirectories));
        var report = restore.Run(backup, "human:anna");
        Assert.Equal(schema, StoreImage.Head(at.Database).Schema);
        await restore.NoteAsync(None);

        Assert.Contains(report.Lost, line => line.Contains("Filed after the upgrade", StringComparison.Ordinal));
        Assert.Null(home.Factory.Reader.Find(since));
        Assert.StartsWith("Call the landlord", home.Factory.Reader.Find(new TaskId(3))!.Title, StringComparison.Ordinal);
        Assert.True((await home.Factory.Caretaker.CheckAsync(None)).IsSound);
    }

    [Theory]
    [MemberData(nameof(Released))]
    public async Task An_export_of_an_older_schema_is_taken_in_whole(int schema)
    {
        await using var home = new CareHome();
        var store = Path.Combine(home.Folder, "old.db");
        var file = Path.Combine(home.Folder, "old.alai");
        SchemaTests.PutFixture(store, schema);
        WriteExport(store, file);

        var report = await home.Factory.Import.RunAsync(file, withSettings: false, "human:anna", None);

        Assert.Null(report.Refusal);
        Assert.StartsWith("Call the landlord", home.Factory.Reader.Find(new TaskId(3))!.Title, StringComparison.Ordinal);
        Assert.Equal(900, home.Factory.Reader.Paid(DateTimeOffset.UnixEpoch, null).DayMicroUsd);
        Assert.Equal([new TaskId(3)], home.Factory.Reader.Search("landlord", 0, 10).Tasks.Select(task => task.Id));
        Assert.True((await home.Factory.Caretaker.CheckAsync(None)).IsSound);
    }

    [Fact]
    public async Task A_backup_of_an_older_schema_that_was_damaged_is_not_called_sound()
    {
        await using var home = new CareHome();
        var store = Path.Combine(home.Folder, "old.db");
        SchemaTests.PutFixture(store, 5);
        Assert.True(StoreImage.Check(store).IsSound, StoreImage.Check(store).Problem);
        var bytes = await File.ReadAllBytesAsync(store, None);
        var at = bytes.AsSpan().IndexOf("he answers"u8);
        bytes[at] = (byte)'H';
        await File.WriteAllBytesAsync(store, bytes, None);

        Assert.Contains("are not the ones that were filed or edited", StoreImage.Check(store).Problem, StringComparison.Ordinal);
        bytes.AsSpan(at / Page * Page, 8).Clear();
        await File.WriteAllBytesAsync(store, bytes, None);
        Assert.Contains("is damaged", Assert.Throws<FactoryException>(() => StoreImage.Check(store)).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(home.Folder, "*.upgraded*"));
    }

    [Fact]
    public async Task A_home_whose_backup_cannot_be_made_is_not_upgraded_and_says_why()
    {
        await using var home = new CareHome();
        Directory.CreateDirectory(home.Data);
        var at = new FactoryHome(home.Folder);
        SchemaTests.PutFixture(at.Database, 5);
        await File.WriteAllTextAsync(home.Backups, "in the way", None);

        var refused = Assert.Throws<FactoryException>(() => home.Factory);

        Assert.StartsWith($"The backup that comes before the change to schema {StoreImage.NewestSchema} could not be made, so nothing was changed: the backup could not be written", refused.Message, StringComparison.Ordinal);
        Assert.Equal(5, StoreImage.Head(at.Database).Schema);
        File.Delete(home.Backups);
        Assert.NotNull(home.Factory.Reader.Find(new TaskId(3)));
    }

    // As the program of that day did: every table as lines of JSON.
    private static void WriteExport(string store, string file)
    {
        using var bundle = new BundleWriter(file);
        var dump = DatabaseFile.Read(store, sql => StoreDump.Write(sql, table => bundle.Open(HomeExport.Tables + table + HomeExport.Lines)));
        foreach (var (table, rows) in dump.Rows)
            bundle.Count(HomeExport.Tables + table + HomeExport.Lines, rows);
        bundle.Finish(new BundleManifest { Kind = "export", Schema = dump.Head.Schema, Sequence = dump.Head.Sequence, Head = dump.Head.Hash });
    }
}
