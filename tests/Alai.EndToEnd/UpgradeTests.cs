using Microsoft.Data.Sqlite;

namespace Alai.EndToEnd;

/// <summary>A home that an older ALAI left is taken over by this one, which can also go back.</summary>
public sealed class UpgradeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task A_home_of_an_older_alai_goes_on_and_the_backup_made_before_can_be_restored(int schema)
    {
        await using var factory = TheFactory.New();
        Put(schema, Path.Combine(factory.Home, "data", "mission-control.db"));

        await factory.UpAsync();
        Assert.Contains("Call the landlord", (await factory.AlaiAsync("task", "search", "landlord")).Expect(0).Out, StringComparison.Ordinal);
        (await factory.AlaiAsync("db", "check")).Expect(0);
        await factory.FileAsync("Paint the fence");
        var backup = (await factory.AlaiAsync("db", "backup", "--list", "--json")).Expect(0).Json.GetProperty("backups").EnumerateArray()
            .Single(made => made.GetProperty("file").GetString()!.Contains("before-schema", StringComparison.Ordinal)).GetProperty("file").GetString()!;
        (await factory.AlaiAsync("down")).Expect(0);

        Assert.Contains("can be restored", (await factory.AlaiAsync("db", "restore", "--check", backup)).Expect(0).Out, StringComparison.Ordinal);
        Assert.Contains("Paint the fence (filed after it", (await factory.AlaiAsync("db", "restore", backup)).Expect(0).Out, StringComparison.Ordinal);
        var list = (await factory.AlaiAsync("task", "list")).Expect(0).Out;
        Assert.Contains("Call the landlord", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Paint the fence", list, StringComparison.Ordinal);
        (await factory.AlaiAsync("db", "check")).Expect(0);
    }

    private static void Put(int schema, string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var fixture = Path.Combine(AppContext.BaseDirectory, "Schemas", $"{schema:0000}");
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA foreign_keys=OFF;\n" + File.ReadAllText(fixture + ".sql") + $"PRAGMA user_version={schema}; PRAGMA application_id=1095516489";
            command.ExecuteNonQuery();
        }

        File.Copy(fixture + ".head", file + ".head");
    }
}
