namespace Alai.EndToEnd;

/// <summary>Pipelines, HiveMind, wiki, cost and report through the real programs, without a daemon.</summary>
public sealed class KnowledgeAndReportTests
{
    [Fact]
    public async Task What_is_posted_is_found_shown_and_retracted()
    {
        await using var factory = TheFactory.New();

        var posted = (await factory.AlaiAsync("hive", "post", "Prices are stored in cents, see parsePrice", "--as", "anna", "--json")).Expect(0).Json;
        var id = $"{posted.GetProperty("entry").GetProperty("id").GetInt64()}";
        Assert.True(posted.GetProperty("is_new").GetBoolean());
        Assert.Contains("known already", (await factory.AlaiAsync("hive", "post", "Prices are stored in cents, see parsePrice")).Expect(0).Out, StringComparison.Ordinal);
        Assert.Contains("stored in cents", (await factory.AlaiAsync("hive", "search", "parse", "price")).Expect(0).Out, StringComparison.Ordinal);
        Assert.Contains("anna", (await factory.AlaiAsync("hive", "query", "--kind", "knowledge", "--since", "1h")).Expect(0).Out, StringComparison.Ordinal);
        (await factory.AlaiAsync("hive", "retract", id)).Expect(2);
        (await factory.AlaiAsync("hive", "retract", id, "crowns now")).Expect(0);
        Assert.Contains("crowns now", (await factory.AlaiAsync("hive", "show", id)).Expect(0).Out, StringComparison.Ordinal);
        Assert.Contains("Nothing found", (await factory.AlaiAsync("hive", "search", "cents")).Expect(0).Out, StringComparison.Ordinal);
        Assert.Equal(1, (await factory.AlaiAsync("hive", "stats", "--json")).Expect(0).Json.GetProperty("retracted").GetInt64());
    }

    [Fact]
    public async Task Bad_words_to_hive_get_a_clear_error()
    {
        await using var factory = TheFactory.New();

        Assert.Contains("Did you mean 'alert'", (await factory.AlaiAsync("hive", "post", "x", "--kind", "alret")).Expect(2).Error, StringComparison.Ordinal);
        Assert.Contains("nonesuch", (await factory.AlaiAsync("hive", "post", "x", "--product", "nonesuch")).Expect(2).Error, StringComparison.Ordinal);
        Assert.Contains("no entry 77", (await factory.AlaiAsync("hive", "show", "77")).Expect(1).Error, StringComparison.Ordinal);
        Assert.Contains("no entry number", (await factory.AlaiAsync("hive", "show", "x")).Expect(2).Error, StringComparison.Ordinal);
        Assert.Contains("no moment", (await factory.AlaiAsync("report", "--since", "soon")).Expect(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipeline_file_is_checked_and_all_its_problems_are_named()
    {
        await using var factory = TheFactory.New();
        var file = Path.Combine(factory.Folder, "pipeline.yaml");

        (await factory.AlaiAsync("pipeline", "validate")).Expect(0);
        await File.WriteAllTextAsync(file, "name: mine\nsteps:\n  - do: bild\n  - do: land\n    wenn: docs\n");
        var wrong = (await factory.AlaiAsync("pipeline", "validate", file)).Expect(1);
        Assert.Contains("pipeline.yaml:3", wrong.Out, StringComparison.Ordinal);
        Assert.Contains("did you mean 'build'", wrong.Out, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("pipeline.yaml:5", wrong.Out, StringComparison.Ordinal);
        (await factory.AlaiAsync("pipeline", "validate", Path.Combine(factory.Folder, "nowhere.yaml"))).Expect(1);
    }

    [Fact]
    public async Task A_pipeline_is_drawn_and_advancing_it_twice_changes_nothing()
    {
        await using var factory = TheFactory.New();
        var id = $"{await factory.FileAsync("Call the landlord")}";

        Assert.Contains($"#{id} Call the landlord", (await factory.AlaiAsync("pipeline", "show", id)).Expect(0).Out, StringComparison.Ordinal);
        var before = (await factory.AlaiAsync("task", "show", id, "--json")).Expect(0).Json.GetProperty("task").GetProperty("version").GetInt64();
        (await factory.AlaiAsync("pipeline", "advance", id)).Expect(0);
        (await factory.AlaiAsync("pipeline", "advance", id)).Expect(0);
        Assert.Equal(before, (await factory.AlaiAsync("task", "show", id, "--json")).Expect(0).Json.GetProperty("task").GetProperty("version").GetInt64());
        (await factory.AlaiAsync("pipeline", "show", "77")).Expect(1);
    }

    [Fact]
    public async Task The_report_tells_what_a_person_did_and_what_waits()
    {
        await using var factory = TheFactory.New();
        await factory.FileAsync("Water the plants");
        (await factory.AlaiAsync("task", "start", "1")).Expect(0);
        (await factory.AlaiAsync("task", "done", "1", "all of them")).Expect(0);
        (await factory.AlaiAsync("task", "add", "[DECISION] Choose a bank")).Expect(3);

        var report = (await factory.AlaiAsync("report", "--since", "12h")).Expect(0);

        Assert.Contains("1 task was done, 1 waits for you", report.Out, StringComparison.Ordinal);
        Assert.Contains("no proof of the factory's own", report.Out, StringComparison.Ordinal);
        Assert.Contains("alai inbox approve", report.Out, StringComparison.Ordinal);
        Assert.Contains("No paid call was made", (await factory.AlaiAsync("cost")).Expect(0).Out, StringComparison.Ordinal);
        Assert.Contains("No page waits", (await factory.AlaiAsync("wiki", "sync")).Expect(0).Out, StringComparison.Ordinal);
    }
}
