using Alai.MissionControl;
using Alai.Storage;
using Alai.Tasks;
using Microsoft.Data.Sqlite;

namespace Alai.Tests.Storage;

/// <summary>Every schema that was released can still be opened: backed up first, migrated, and found whole.</summary>
public sealed class SchemaTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("alai-schema-").FullName;

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public static TheoryData<int> Released => [.. Enumerable.Range(1, Directory.GetFiles(Fixtures, "*.sql").Length)];

    private static string Fixtures => Path.Combine(Repository.Root, "tests", "Alai.Tests", "Storage", "Schemas");

    private DatabaseOptions Menu => new() { Path = Path.Combine(_folder, "menu.db"), MigrationPrefix = "Alai.Tests.Storage.Steps.", MigrationAssembly = typeof(SchemaTests).Assembly };

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [MemberData(nameof(Released))]
    public async Task A_store_of_a_released_schema_is_migrated_and_whole(int schema)
    {
        var file = Path.Combine(_folder, "store.db");
        PutFixture(file, schema);
        var copy = Path.Combine(_folder, "before.db");

        using (var store = SqliteMissionControl.Open(new MissionControlOptions { Path = file, BeforeMigration = change => StoreImage.Copy(change, copy) }))
        {
            Assert.Null(store.Alarm);
            var report = await store.CheckAsync(None);
            Assert.True(report.IsSound, report.Problem);
            var root = store.Find(new TaskId(3))!;
            Assert.StartsWith("Call the landlord", root.Title, StringComparison.Ordinal);
            Assert.Equal(["home", "web"], root.Labels);
            Assert.Equal([new TaskId(1)], root.After);
            Assert.True(store.Halt().Halted);
            Assert.Equal(RunOutcome.Verified, Assert.Single(store.Runs(new TaskId(2))).Outcome);
            if (schema >= 2)
                await SinceSecondAsync(store);
            await store.FileAsync(MissionControl.Sample.Root(), None);
            Assert.True((await store.CheckAsync(None)).IsSound);
        }

        Assert.Equal(schema < StoreImage.NewestSchema, File.Exists(copy));
        Assert.Equal(StoreImage.NewestSchema, StoreImage.Head(file).Schema);
        if (File.Exists(copy))
            Assert.Equal(schema, StoreImage.Head(copy).Schema);
    }

    [Fact]
    public void Every_released_schema_has_a_fixture()
    {
        // A schema that nobody has a store of may still grow; raise this when it is handed out, and add the dump of a store that its program wrote.
        const int newestReleased = 7;
        Assert.True(Released.Count == newestReleased, $"expected fixtures of {newestReleased} released schemas; found {Released.Count}");
    }

    [Fact]
    public void A_copy_is_made_before_the_first_step_and_a_copy_that_fails_leaves_the_file_as_it_was()
    {
        DatabaseFile.Build(Menu, 1, sql => sql.Run("INSERT INTO dish(name) VALUES('ramen')"));
        File.Delete(Menu.Path);
        using (var first = new SqliteConnection($"Data Source={Menu.Path};Pooling=False"))
            Run(first, "CREATE TABLE dish(id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT; INSERT INTO dish(name) VALUES('ramen'); PRAGMA user_version=1");
        var copy = Path.Combine(_folder, "copy.db");

        Assert.Throws<IOException>(() => Database.Open(Menu with { BeforeMigration = _ => throw new IOException("no room") }));
        Assert.Equal(1, DatabaseFile.Read(Menu.Path, DatabaseHealth.Schema));
        using (var opened = Database.Open(Menu with { BeforeMigration = change => Copied(change, copy) }))
            Assert.Equal(0, opened.Read(sql => sql.Number("SELECT price FROM dish WHERE name='ramen'")));

        Assert.Equal((1, 1L), DatabaseFile.Read(copy, sql => (DatabaseHealth.Schema(sql), sql.Number("SELECT count(*) FROM dish")!.Value)));
        using var again = Database.Open(Menu with { BeforeMigration = _ => throw new IOException("not asked twice") });
    }

    [Fact]
    public void A_schema_of_the_past_is_filled_and_brought_up_to_date()
    {
        DatabaseFile.Build(Menu, 1, sql => sql.Run("INSERT INTO dish(name) VALUES('ramen')"));

        Assert.Equal(2, DatabaseFile.Read(Menu.Path, DatabaseHealth.Schema));
        Assert.Equal(0, DatabaseFile.Read(Menu.Path, sql => sql.Number("SELECT price FROM dish")));
    }

    // Due days, search, the way back, schedules and what people took came with the second.
    private static async Task SinceSecondAsync(SqliteMissionControl store)
    {
        Assert.Equal(new TaskId(3), Assert.Single(store.Search("landlord door", 0, 10).Tasks).Id);
        Assert.Equal(new DateTimeOffset(2026, 11, 26, 12, 7, 0, TimeSpan.Zero), store.Find(new TaskId(3))!.DueAt);
        Assert.Equal(new TaskId(3), store.Find(new TaskId(5))!.Lineage.Parent);
        Assert.Equal((HoldCode.Paused, "not now"), (store.Find(new TaskId(5))!.Hold!.Code, store.Find(new TaskId(5))!.Hold!.Text));
        var mine = Assert.Single(store.Assigned(10));
        Assert.Equal(("Read the contract", Priority.High, "human:ben"), (mine.Title, mine.Priority, mine.Assignee));
        Assert.Equal("rent", Assert.Single(store.Schedules()).Name);
        Assert.Equal("passed over", Assert.Single(store.Fires(1, 10)).Note);
        Assert.Equal(900, store.Paid(DateTimeOffset.UnixEpoch, null).DayMicroUsd);
        Assert.Null((await store.ChangeAsync(new UndoLast(mine.Id, "human:ben"), None)).Refusal);
        Assert.Equal("Look through the contract", store.Find(mine.Id)!.Title);
    }

    private static void Copied(SchemaChange change, string to)
    {
        Assert.Equal((1, 2), (change.From, change.To));
        change.CopyTo(to);
    }

    /// <summary>A store as a schema of the past left it.</summary>
    internal static void PutFixture(string file, int schema)
    {
        var name = Path.Combine(Fixtures, $"{schema:0000}");
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
            Run(connection, "PRAGMA foreign_keys=OFF;\n" + File.ReadAllText(name + ".sql") + $"PRAGMA user_version={schema}; PRAGMA application_id=1095516489");
        File.Copy(name + ".head", StoreImage.AnchorOf(file));
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
