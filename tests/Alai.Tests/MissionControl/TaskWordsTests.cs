using Alai.Tasks;
using Microsoft.Data.Sqlite;

namespace Alai.Tests.MissionControl;

public sealed class TaskWordsTests : IDisposable
{
    private readonly StoreHome home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task Words_that_an_import_left_out_are_written_anew_at_the_next_start()
    {
        await home.Store.FileAsync(Sample.Root("Add a menu"), TestContext.Current.CancellationToken);
        await home.Store.FileAsync(Sample.Root("Mend the footer"), TestContext.Current.CancellationToken);
        home.Close();
        using (var connection = new SqliteConnection($"Data Source={home.File};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO task_words(task_words) VALUES('delete-all')";
            command.ExecuteNonQuery();

            // What was filed after it has its words: those before it still lack theirs.
            command.CommandText = "INSERT INTO task_words(rowid,title,body,labels) VALUES(1,'Add a menu','With prices.','web')";
            command.ExecuteNonQuery();
        }

        var store = home.Reopen();

        Assert.Equal(["Mend the footer"], store.Search("footer", 0, 10).Tasks.Select(task => task.Title));
        Assert.Equal(2, store.Search("prices", 0, 10).Tasks.Count);
        Assert.Equal(TaskState.Open, store.Search("menu", 0, 10).Tasks[0].State);
    }
}
