namespace Alai.EndToEnd;

/// <summary>Filing, reading and steering work with no daemon running: each command has one of its own.</summary>
public sealed class WithoutADaemonTests
{
    [Fact]
    public async Task A_task_is_filed_shown_explained_started_and_done()
    {
        await using var factory = TheFactory.New();

        var filed = (await factory.AlaiAsync("task", "add", "Call the landlord", "-p", "high", "--label", "home")).Expect(0);
        Assert.Contains("#1 filed: Call the landlord", filed.Out, StringComparison.Ordinal);
        var shown = (await factory.AlaiAsync("task", "show", "#1")).Expect(0);
        Assert.Contains("#1 Call the landlord", shown.Out, StringComparison.Ordinal);
        Assert.Contains("high priority", shown.Out, StringComparison.Ordinal);
        Assert.Contains("no daemon", (await factory.AlaiAsync("task", "why", "1")).Expect(0).Out, StringComparison.OrdinalIgnoreCase);
        (await factory.AlaiAsync("task", "start", "1", "--as", "anna")).Expect(0);
        Assert.Contains("anna", (await factory.AlaiAsync("task", "show", "1")).Expect(0).Out, StringComparison.Ordinal);
        (await factory.AlaiAsync("task", "done", "1", "he will mend it", "--as", "anna")).Expect(0);
        Assert.Equal("done", await factory.StateAsync(1));
        var story = (await factory.AlaiAsync("task", "history", "1")).Expect(0);
        Assert.Contains("anna", story.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_reading_verb_answers_json()
    {
        await using var factory = TheFactory.New();
        var id = await factory.FileAsync("Show two decimals");

        foreach (var words in new[] { "task list", $"task show {id}", $"task why {id}", $"task history {id}", "task next", "task active", "task stats", "inbox", "inbox list", "product list", "company list", "company show codecraft", "company validate", "status", "doctor", "logs" })
        {
            var ran = await factory.AlaiAsync([.. words.Split(' '), "--json"]);
            Assert.True(ran.Exit is 0 or 1, $"{words}: {ran.Error}");
            Assert.Equal(System.Text.Json.JsonValueKind.Object, ran.Json.ValueKind);
        }
    }

    [Fact]
    public async Task Two_command_lines_at_once_lose_nothing()
    {
        await using var factory = TheFactory.New();

        var all = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => factory.AlaiAsync("task", "add", $"Task {i}", "--json")));

        foreach (var ran in all)
            ran.Expect(0);
        Assert.Equal(6, all.Select(ran => ran.Json.GetProperty("task").GetProperty("id").GetInt64()).Distinct().Count());
        var list = (await factory.AlaiAsync("task", "list", "--json")).Expect(0).Json.GetProperty("tasks");
        Assert.Equal(6, list.GetArrayLength());
    }

    [Fact]
    public async Task A_home_on_a_path_of_200_characters_works()
    {
        await using var factory = TheFactory.New(string.Join('/', Enumerable.Repeat(new string('p', 39), 5)));

        (await factory.AlaiAsync("task", "add", "Far away")).Expect(0);
        Assert.Equal("open", await factory.StateAsync(1));
        await factory.UpAsync();
        Assert.Equal("up", (await factory.AlaiAsync("status", "--json")).Json.GetProperty("mode").GetString());
    }

    [Fact]
    public async Task Filing_twice_with_one_key_is_filing_once()
    {
        await using var factory = TheFactory.New();

        var first = await factory.FileAsync("Once", "--key", "k1");
        var second = await factory.FileAsync("Once", "--key", "k1");

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Init_writes_what_is_missing_and_leaves_what_is_there()
    {
        await using var factory = TheFactory.New();

        (await factory.AlaiAsync("init")).Expect(0);
        var settings = Path.Combine(factory.Home, "alai.yaml");
        Assert.True(File.Exists(settings));
        await File.AppendAllTextAsync(settings, "\n# mine\n");
        (await factory.AlaiAsync("init")).Expect(0);
        Assert.EndsWith("# mine\n", await File.ReadAllTextAsync(settings), StringComparison.Ordinal);
        Assert.DoesNotContain("unknown key", (await factory.AlaiAsync("doctor")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_the_settings_is_named_with_line_and_hint()
    {
        await using var factory = TheFactory.New();
        Directory.CreateDirectory(factory.Home);
        await File.WriteAllTextAsync(Path.Combine(factory.Home, "alai.yaml"), "fleet:\n  hoasts: []\n");

        var doctor = await factory.AlaiAsync("doctor");

        Assert.Equal(1, doctor.Exit);
        Assert.Contains("alai.yaml:2", doctor.Out, StringComparison.Ordinal);
        Assert.Contains("did you mean 'hosts'", doctor.Out, StringComparison.Ordinal);
    }
}
