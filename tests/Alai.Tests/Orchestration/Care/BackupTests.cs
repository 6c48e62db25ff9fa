using Alai.HiveMind;
using Alai.MissionControl;
using Alai.Orchestration;
using Alai.Redaction;
using Alai.Tasks;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alai.Tests.Orchestration;

/// <summary>Backups are made while work goes on, checked before they have their name, and restored whole.</summary>
public sealed class BackupTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_taken_while_tasks_are_filed_is_one_moment_of_the_chain()
    {
        await using var home = new CareHome();
        await home.FileAsync("First");
        var filing = Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
                await home.FileAsync($"Task {i}");
        }, None);

        var made = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => home.Factory.Backup.MakeAsync(null, false, "test", None)));
        await filing;

        Assert.Equal(3, made.Select(one => one.File).Distinct().Count());
        foreach (var one in made)
        {
            var report = new HomeRestore(new FactoryHome(home.Folder), home.Clock).Check(one.File);
            Assert.True(report.IsSound, string.Join("; ", report.Findings));
            Assert.Equal(one.Sequence, report.Sequence);
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(home.Backups, ".alai-backup-*"));
    }

    [Fact]
    public async Task What_came_after_the_backup_is_named_and_what_is_replaced_can_be_taken_back()
    {
        await using var home = new CareHome();
        var before = await home.FileAsync("Before the backup");
        var made = await home.Factory.Backup.MakeAsync(null, false, "test", None);
        var after = await home.FileAsync("After the backup");
        home.Kill();
        var restore = new HomeRestore(new FactoryHome(home.Folder), home.Clock);

        var report = restore.Run(made.File, "human:anna");
        await restore.NoteAsync(None);

        Assert.Contains("events came after it", report.Lost[0], StringComparison.Ordinal);
        Assert.Contains(report.Lost, line => line.Contains("After the backup (filed after it", StringComparison.Ordinal));
        Assert.NotNull(home.Factory.Reader.Find(before));
        Assert.Null(home.Factory.Reader.Find(after));
        Assert.True(home.Factory.Reader.Halt().Halted);
        Assert.Equal("restored", home.Factory.Reader.Events(null, made.Sequence, 1)[0].Kind);
        Assert.True((await home.Factory.Caretaker.CheckAsync(None)).IsSound);
        await home.CloseAsync();
        restore.Undo();
        Assert.NotNull(home.Factory.Reader.Find(after));
        Assert.False(home.Factory.Reader.Halt().Halted);
    }

    [Theory]
    [InlineData("aside")]
    [InlineData("in")]
    [InlineData("note")]
    public async Task A_restore_that_was_killed_is_finished_by_the_next_start(string phase)
    {
        await using var home = new CareHome();
        var before = await home.FileAsync("Before the backup");
        var made = await home.Factory.Backup.MakeAsync(null, false, "test", None);
        await home.FileAsync("After the backup");
        await home.CloseAsync();
        var at = new FactoryHome(home.Folder);
        new HomeRestore(at, home.Clock).Run(made.File, "human:anna");
        var journal = RestoreJournal.Read(at)!;
        Assert.Equal("note", journal.Phase);
        Undo(journal, at, phase);

        Assert.NotNull(home.Factory.Reader.Find(before));
        await new StoreSwap(at).NoteAsync(home.Factory.Store, home.Factory.Reader, None);
        await new StoreSwap(at).NoteAsync(home.Factory.Store, home.Factory.Reader, None);

        Assert.Equal(made.Sequence + 2, home.Factory.Reader.LastSequence());
        Assert.True(home.Factory.Reader.Halt().Halted);
        Assert.Null(RestoreJournal.Read(at));
        Assert.Null(home.Factory.Caretaker.StoreAlarm);
    }

    [Fact]
    public async Task HiveMind_is_backed_up_before_its_schema_changes_and_stays_as_it_was_when_that_fails()
    {
        await using var home = new CareHome();
        await home.FileAsync("Something");
        await home.Factory.Hive.LearnAsync(new NewHiveEntry("", HiveKind.Lesson, "Prices are in crowns.", new HiveSource("human:anna", TrustLabel.Operator)), None);
        var store = (SqliteMissionControl)home.Factory.Store;
        using (var hive = new TemporaryFolder())
        {
            var file = Path.Combine(hive.Path, "hive.db");
            SqliteHiveMind.Copy(Path.Combine(home.Data, "hive.db"), file);
            var options = new HiveMindOptions
            {
                Path = file,
                Redactor = Redactor.ShapesOnly,
                Time = home.Clock,
                Logger = NullLogger<SqliteHiveMind>.Instance,
                Steps = "Alai.Tests.HiveMind.Steps.",
                StepsIn = typeof(BackupTests).Assembly,
            };
            Assert.Throws<IOException>(() => SqliteHiveMind.Open(options with { BeforeMigration = _ => throw new IOException("no room") }));
            var backup = new MigrationBackup(new FactoryHome(home.Folder), home.Factory.Settings, home.Clock);
            using (SqliteHiveMind.Open(options with { BeforeMigration = change => backup.OfHiveMind(change.CopyTo, change.To, store) }))
                Assert.Empty(SqliteHiveMind.Problems(file));
            using (SqliteHiveMind.Open(options with { BeforeMigration = _ => throw new IOException("not asked twice") }))
                Assert.Empty(SqliteHiveMind.Problems(file));
        }

        var made = Assert.Single(home.Factory.Backup.All());
        Assert.Contains("before-hive-schema-2", made.File, StringComparison.Ordinal);
        Assert.True(made.BeforeMigration);
        home.Factory.Backup.Prune();
        await home.CloseAsync();
        File.Delete(Path.Combine(home.Data, "hive.db"));
        Assert.True(new HomeRestore(new FactoryHome(home.Folder), home.Clock).Run(made.File, "human:anna").IsSound);
        Assert.Contains("crowns", (await home.Factory.Hive.SearchAsync(new HiveQuery { Text = "prices" }, None)).Hits[0].Entry.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_that_cannot_be_written_says_why_and_leaves_nothing()
    {
        await using var home = new CareHome();
        await home.FileAsync("Something");
        var file = Path.Combine(home.Folder, "a-file");
        await File.WriteAllTextAsync(file, "here", None);

        var there = await Assert.ThrowsAsync<FactoryException>(() => home.Factory.Backup.MakeAsync(file, false, "test", None));
        var under = await Assert.ThrowsAsync<FactoryException>(() => home.Factory.Backup.MakeAsync(Path.Combine(file, "below"), false, "test", None));

        Assert.Contains("does not exist", there.Message, StringComparison.Ordinal);
        Assert.Contains("could not be written", under.Message, StringComparison.Ordinal);
        Assert.Equal("here", await File.ReadAllTextAsync(file, None));
    }

    [Fact]
    public async Task Any_flipped_byte_and_any_cut_of_a_backup_is_noticed_before_anything_changes()
    {
        await using var home = new CareHome();
        await home.FileAsync("Something");
        var made = await home.Factory.Backup.MakeAsync(null, false, "test", None);
        await home.CloseAsync();
        var bytes = await File.ReadAllBytesAsync(made.File, None);
        var bad = Path.Combine(home.Folder, "bad.alai");
        var restore = new HomeRestore(new FactoryHome(home.Folder), home.Clock);
        for (var at = 0; at < bytes.Length; at += Math.Max(1, bytes.Length / 60))
        {
            var flipped = (byte[])bytes.Clone();
            flipped[at] ^= 0x10;
            await File.WriteAllBytesAsync(bad, flipped, None);
            Assert.Throws<FactoryException>(() => restore.Run(bad, "human:anna"));
            await File.WriteAllBytesAsync(bad, bytes[..at], None);
            Assert.Throws<FactoryException>(() => restore.Run(bad, "human:anna"));
        }

        Assert.False(Directory.Exists(Path.Combine(home.Data, "replaced")));
        Assert.Single(home.Factory.Reader.List(new TaskFilter()).Tasks);
    }

    [Fact]
    public async Task The_daemon_backs_up_each_hour_when_something_changed_and_keeps_what_it_is_told()
    {
        await using var home = new CareHome("backup: { every_min: 60, keep: 2, keep_days: 3 }\n");
        var care = home.Factory.Caretaker;
        await care.RoundAsync(None);
        Assert.Empty(home.Factory.Backup.All());
        for (var hour = 0; hour < 80; hour++)
        {
            if (hour % 2 == 0)
                await home.FileAsync($"Hour {hour}");
            home.Clock.Advance(TimeSpan.FromHours(1));
            await care.RoundAsync(None);
            await care.RoundAsync(None);
        }

        var kept = home.Factory.Backup.All();
        Assert.InRange(kept.Count, 4, 5);
        Assert.Equal(home.Factory.Reader.LastSequence(), kept[0].Sequence);
        Assert.True(kept.Select(one => one.At.Date).Distinct().Count() >= 3);
    }

    // As if the process had died right after the journal said so.
    private static void Undo(RestoreJournal journal, FactoryHome at, string phase)
    {
        if (phase == "note")
            return;
        Directory.CreateDirectory(journal.Source);
        foreach (var file in new StoreSwap(at).Files.Where(File.Exists))
            File.Move(file, Path.Combine(journal.Source, Path.GetFileName(file)));

        // Half of it had moved already.
        if (phase == "in")
            File.Move(Path.Combine(journal.Source, Path.GetFileName(at.Hive)), at.Hive);
        else
            File.Move(Path.Combine(journal.Aside, Path.GetFileName(at.Database)), at.Database);
        (journal with { Phase = phase }).Write(at);
    }
}
