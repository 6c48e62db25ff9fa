using System.Globalization;
using System.Text;

namespace Alai.EndToEnd;

/// <summary>What people do with many tasks, days, words and mistakes, through the programs.</summary>
public sealed class WorkFeatureTests
{
    [Fact]
    public async Task Ten_thousand_tasks_are_filed_in_one_call_found_steered_and_filed_again_only_once()
    {
        await using var factory = await HaltedAsync();
        var file = Path.Combine(factory.Folder, "backlog.jsonl");
        var lines = new StringBuilder();
        for (var i = 1; i <= 10_000; i++)
            lines.Append(CultureInfo.InvariantCulture, $$"""{"title": "Mend part {{i}}", "labels": ["bulk{{i % 100}}"], "priority": "low"}""").Append('\n');
        await File.WriteAllTextAsync(file, lines.ToString());

        var filed = (await factory.AlaiAsync("task", "add", "-f", file, "--key", "import")).Expect(0);
        Assert.Contains("10000 tasks filed, #1 to", filed.Out, StringComparison.Ordinal);
        Assert.Contains("5000 of 10000 filed", filed.Error, StringComparison.Ordinal);
        var again = (await factory.AlaiAsync("task", "add", "-f", file, "--key", "import")).Expect(0);
        Assert.Contains("0 tasks filed", again.Out, StringComparison.Ordinal);
        Assert.Contains("10000 were filed before", again.Out, StringComparison.Ordinal);
        Assert.Contains("Mend part 7777", (await factory.AlaiAsync("task", "search", "part", "7777")).Expect(0).Out, StringComparison.Ordinal);

        var asked = (await factory.AlaiAsync("task", "cancel", "--label", "bulk7")).Expect(3);
        Assert.Contains("100 tasks match; nothing was done.", asked.Error, StringComparison.Ordinal);
        Assert.Contains("... and 90 more", asked.Out, StringComparison.Ordinal);
        Assert.Equal(10_000, await CountAsync(factory, "open"));
        Assert.Contains("100 tasks done, 0 refused", (await factory.AlaiAsync("task", "cancel", "--label", "bulk7", "--reason", "too many", "--yes")).Expect(0).Out, StringComparison.Ordinal);
        Assert.Equal(100, await CountAsync(factory, "cancelled"));
        (await factory.AlaiAsync("task", "label", "--label", "bulk8", "--add", "shop", "--yes")).Expect(0);
        (await factory.AlaiAsync("task", "pause", "--label", "shop", "--yes")).Expect(0);
        Assert.Equal(100, await CountAsync(factory, "held"));
        Assert.Contains("more", (await factory.AlaiAsync("task", "resume", "--hold", "paused", "--dry-run")).Expect(0).Out, StringComparison.Ordinal);
        (await factory.AlaiAsync("task", "resume", "--hold", "paused", "--yes")).Expect(0);
        Assert.Equal(0, await CountAsync(factory, "held"));
        Assert.Contains("refused", (await factory.AlaiAsync("task", "pause", "--state", "cancelled", "--yes")).Expect(1).Out, StringComparison.Ordinal);
        Assert.Contains("No task matches.", (await factory.AlaiAsync("task", "retry", "--label", "nothing")).Expect(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_line_is_named_and_nothing_of_its_call_is_filed()
    {
        await using var factory = await HaltedAsync();
        var file = Path.Combine(factory.Folder, "bad.jsonl");

        foreach (var (text, expected) in new[]
        {
            ("{\"title\": \"Good\"}\n{\"titel\": \"Bad\"}\n", "bad.jsonl:2: unknown key 'titel'"),
            ("{\"title\": \"Good\"}\n{\"title\": 7}\n", "bad.jsonl:2: 'title' cannot be this"),
            ("{\"title\": \"Good\"}\n{\"title\": \"Half", "bad.jsonl:2: this is no JSON"),
            ("{\"title\": \"Good\"}\n{\"title\": \"Bad\", \"product\": \"nowhere\"}\n", "task 2 of 2 (Bad):"),
            ("{\"title\": \"Good\"}\n\n\n{\"title\": \"Bad\", \"owner\": \"nobody-here\"}\n", "bad.jsonl:4: "),
            ("\n{\"title\": \"Bad\", \"product\": \"nowhere\"}\n", "bad.jsonl:2: "),
            ("{\"title\": \"Good\"}\n{\"title\": \"" + new string('x', 5_000) + "\"}\n", "bad.jsonl:2: "),
            ("{\"title\": \"Good\"}\n{\"title\": \"Bad\", \"after\": [999]}\n", "there is no task #999 to wait for"),
        })
        {
            await File.WriteAllTextAsync(file, text);
            Assert.Contains(expected, (await factory.AlaiAsync("task", "add", "-f", file)).Expect(2).Error, StringComparison.Ordinal);
        }

        Assert.Equal(0, await CountAsync(factory, "open"));
    }

    [Fact]
    public async Task Days_owners_labels_and_order_are_kept_and_shown()
    {
        await using var factory = await HaltedAsync();
        var late = await factory.FileAsync("Pay the rent", "--due", "2026-01-31", "--owner", "codecraft/lead");
        var soon = await factory.FileAsync("Pay the power", "--due", "tomorrow", "--after", $"{late}");

        Assert.Contains("LATE 2026-01-31", (await factory.AlaiAsync("task", "list", "--due")).Expect(0).Out, StringComparison.Ordinal);
        Assert.Equal([late], Ids(await factory.AlaiAsync("task", "list", "--late", "--json")));
        Assert.Equal([late, soon], Ids(await factory.AlaiAsync("task", "list", "--due", "--json")));
        Assert.Contains("LATE: wanted by 2026-01-31", (await factory.AlaiAsync("task", "show", $"{late}")).Out, StringComparison.Ordinal);
        Assert.Contains("agent:codecraft/lead", (await factory.AlaiAsync("task", "show", $"{late}")).Out, StringComparison.Ordinal);
        Assert.Contains("it is late", (await factory.AlaiAsync("task", "why", $"{late}")).Out, StringComparison.Ordinal);
        Assert.Contains("Late (1)", (await factory.AlaiAsync("status")).Out, StringComparison.Ordinal);
        Assert.Contains("Late", (await factory.AlaiAsync("report")).Out, StringComparison.Ordinal);
        (await factory.AlaiAsync("task", "edit", $"{late}", "--due", "none")).Expect(0);
        Assert.Empty(Ids(await factory.AlaiAsync("task", "list", "--late", "--json")));

        var child = await factory.FileAsync("Ask for a receipt", "--parent", $"{late}");
        Assert.Contains("Ask for a receipt", (await factory.AlaiAsync("task", "show", $"{late}")).Out, StringComparison.Ordinal);
        Assert.Contains($"came of #{late}", (await factory.AlaiAsync("task", "show", $"{child}")).Out, StringComparison.Ordinal);
        var grandchild = await factory.FileAsync("Ask again", "--parent", $"{child}");
        var last = await factory.FileAsync("And again", "--parent", $"{grandchild}");
        Assert.Contains("3 generations deep already", (await factory.AlaiAsync("task", "add", "Too deep", "--parent", $"{last}")).Expect(2).Error, StringComparison.Ordinal);
        Assert.Contains($"would be a cycle, #{late} -> #{soon} -> #{late}", (await factory.AlaiAsync("task", "edit", $"{late}", "--after", $"{soon}")).Expect(1).Error, StringComparison.Ordinal);
        Assert.Contains("did you mean 'codecraft'", (await factory.AlaiAsync("task", "add", "x", "--owner", "codecarft")).Expect(2).Error, StringComparison.Ordinal);
        Assert.Contains("no day", (await factory.AlaiAsync("task", "add", "x", "--due", "someday")).Expect(2).Error, StringComparison.Ordinal);
        Assert.Contains("There is no task #999.", (await factory.AlaiAsync("task", "label", "999", "--add", "x")).Expect(1).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_took_is_seen_behind_any_number_of_other_tasks()
    {
        await using var factory = await HaltedAsync();
        var lines = string.Concat(Enumerable.Range(1, 620).Select(i => $"{{\"title\": \"Mend part {i}\", \"labels\": [\"{(i > 608 ? "mine" : "shop")}\"]}}\n"));
        (await factory.AlaiWithInputAsync(lines, "task", "add", "-f", "-")).Expect(0);

        var mine = await factory.FileAsync("Call the landlord", "--label", "mine");
        (await factory.AlaiAsync("task", "assign", $"{mine}", "human:ben")).Expect(0);
        var one = (await factory.AlaiAsync("status")).Out;
        Assert.Contains($"#{mine}  PERSON  Call the landlord", one, StringComparison.Ordinal);
        Assert.DoesNotContain("in the hands of people", one, StringComparison.Ordinal);
        Assert.Contains("Call the landlord", (await factory.AlaiAsync("task", "active")).Expect(0).Out, StringComparison.Ordinal);

        (await factory.AlaiAsync("task", "assign", "--label", "mine", "--to", "human:ben", "--yes")).Expect(0);
        var many = (await factory.AlaiAsync("status")).Out;
        Assert.Contains("13 are in the hands of people (alai task active)", many, StringComparison.Ordinal);
        Assert.DoesNotContain("Mend part 620", many, StringComparison.Ordinal);
        Assert.Contains("Mend part 620", (await factory.AlaiAsync("task", "active")).Expect(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_adds_and_takes_away_labels_besides_what_is_there()
    {
        await using var factory = await HaltedAsync();
        var id = await factory.FileAsync("Mend the footer", "--label", "shop", "--label", "later");
        var seen = (await factory.AlaiAsync("task", "show", $"{id}", "--json")).Json.GetProperty("task").GetProperty("version").GetInt64();

        (await factory.AlaiAsync("task", "edit", $"{id}", "--add-label", "urgent", "--remove-label", "later", "--title", "Mend the header")).Expect(0);

        var task = (await factory.AlaiAsync("task", "show", $"{id}", "--json")).Expect(0).Json.GetProperty("task");
        Assert.Equal("Mend the header", task.GetProperty("title").GetString());
        Assert.Equal(["shop", "urgent"], task.GetProperty("labels").EnumerateArray().Select(label => label.GetString()).Order());
        (await factory.AlaiAsync("task", "edit", $"{id}", "--add-label", "x", "--if-version", $"{seen}")).Expect(1);
        Assert.DoesNotContain("\"x\"", (await factory.AlaiAsync("task", "show", $"{id}", "--json")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_of_many_shows_them_asks_and_answers_for_each()
    {
        await using var factory = await HaltedAsync();
        var lines = string.Concat(Enumerable.Range(1, 12).Select(i => $"{{\"title\": \"Mend part {i}\", \"labels\": [\"shop\", \"old\"]}}\n"));
        (await factory.AlaiWithInputAsync(lines, "task", "add", "-f", "-", "--key", "parts")).Expect(0);
        var other = await factory.FileAsync("Paint the door", "--owner", "codecraft");
        string[] edit = ["task", "edit", "--where-label", "shop", "--priority", "high", "--owner", "vizu", "--due", "2026-12-24", "--add-label", "xmas", "--remove-label", "old"];

        var asked = (await factory.AlaiAsync(edit)).Expect(3);
        Assert.Contains("12 tasks match; nothing was done.", asked.Error, StringComparison.Ordinal);
        Assert.Contains("... and 2 more", asked.Out, StringComparison.Ordinal);
        Assert.Equal(12, Ids(await factory.AlaiAsync([.. edit, "--dry-run", "--json"])).Count);
        Assert.Empty(Ids(await factory.AlaiAsync("task", "list", "--label", "xmas", "--json")));

        Assert.Contains("edit: 12 tasks done, 0 refused.", (await factory.AlaiAsync([.. edit, "--yes"])).Expect(0).Out, StringComparison.Ordinal);
        var changed = (await factory.AlaiAsync("task", "list", "--label", "xmas", "--json")).Expect(0).Json.GetProperty("tasks").EnumerateArray().ToList();
        Assert.Equal(12, changed.Count);
        Assert.All(changed, task => Assert.Equal(
            ("high", "company:vizu", "2026-12-24", "shop xmas"),
            (task.GetProperty("priority").GetString(), task.GetProperty("owner").GetString(), task.GetProperty("due").GetString()![..10], string.Join(' ', task.GetProperty("labels").EnumerateArray().Select(label => label.GetString()).Order()))));
        Assert.Contains("medium", (await factory.AlaiAsync("task", "show", $"{other}")).Out, StringComparison.Ordinal);
        Assert.Contains("priority medium -> high", (await factory.AlaiAsync("task", "history", "1")).Out, StringComparison.Ordinal);

        // Each by itself: the finished one is refused by name, and the exit code tells it.
        (await factory.AlaiAsync("task", "cancel", "1")).Expect(0);
        var done = (await factory.AlaiAsync("task", "edit", "--where-state", "cancelled", "--due", "none", "--json")).Expect(1).Json;
        Assert.Equal(1, done.GetProperty("refused")[0].GetProperty("task").GetInt64());
        Assert.Contains("reopen it first", done.GetProperty("refused")[0].GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Contains("did you mean 'codecraft'", (await factory.AlaiAsync("task", "edit", "--where-text", "door", "--owner", "codecarft")).Expect(1).Out, StringComparison.Ordinal);

        // A word that the rules hold stops what it is put on.
        (await factory.AlaiAsync("task", "edit", "--where-text", "door", "--add-label", "CEO")).Expect(0);
        Assert.Equal("held", await factory.StateAsync(other));
        Assert.Contains("cannot be given the same title", (await factory.AlaiAsync("task", "edit", "--where-late", "--title", "One for all")).Expect(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_editors_do_not_overwrite_each_other_and_mistakes_are_taken_back()
    {
        await using var factory = await HaltedAsync();
        var id = await factory.FileAsync("Mend the footer", "--body", "All of it.");
        var seen = (await factory.AlaiAsync("task", "show", $"{id}", "--json")).Json.GetProperty("task").GetProperty("version").GetInt64();
        (await factory.AlaiAsync("task", "edit", $"{id}", "--title", "Mend the header", "--as", "bo")).Expect(0);

        var refused = (await factory.AlaiAsync("task", "edit", $"{id}", "--title", "Mend the middle", "--if-version", $"{seen}", "--as", "anna")).Expect(1);
        Assert.Contains("edited: title \"Mend the footer\" -> \"Mend the header\" (human:bo)", refused.Error, StringComparison.Ordinal);

        // The editor of anna saves after bo has changed the same task.
        var script = Path.Combine(factory.Folder, "editor.sh");
        await File.WriteAllTextAsync(script, $"'{TheFactory.Alai}' task edit {id} -p high --as bo >/dev/null\nsed -i 's/^title: .*/title: Mend everything/' \"$1\"\n");
        factory.Environment["EDITOR"] = $"sh '{script}'";
        var kept = (await factory.AlaiAsync("task", "edit", $"{id}", "--editor", "--as", "anna")).Expect(1);
        Assert.Contains("priority medium -> high (human:bo)", kept.Error, StringComparison.Ordinal);
        var path = kept.Error.Split("Your text is kept in ")[1].Split(". See")[0];
        Assert.Contains("Mend everything", await File.ReadAllTextAsync(path), StringComparison.Ordinal);
        File.Delete(path);
        await File.WriteAllTextAsync(script, "sed -i 's/^title: .*/title: Mend everything/; s/^All of it/Really all/' \"$1\"\n");
        (await factory.AlaiAsync("task", "edit", $"{id}", "--editor", "--as", "anna")).Expect(0);
        var task = (await factory.AlaiAsync("task", "show", $"{id}", "--json")).Json.GetProperty("task");
        Assert.Equal(("Mend everything", "Really all."), (task.GetProperty("title").GetString(), task.GetProperty("body").GetString()));

        Assert.Contains("is so already", (await factory.AlaiAsync("task", "edit", $"{id}", "--due", "none", "--title", "Mend everything", "--as", "anna")).Expect(0).Out, StringComparison.Ordinal);
        (await factory.AlaiAsync("undo", "--as", "anna")).Expect(0);
        task = (await factory.AlaiAsync("task", "show", $"{id}", "--json")).Json.GetProperty("task");
        Assert.Equal(("Mend the header", "All of it."), (task.GetProperty("title").GetString(), task.GetProperty("body").GetString()));
        (await factory.AlaiAsync("task", "cancel", $"{id}", "--as", "anna")).Expect(0);
        (await factory.AlaiAsync("undo", "--as", "anna")).Expect(0);
        Assert.Equal("open", await factory.StateAsync(id));
        (await factory.AlaiAsync("task", "add", "Mend the footer", "--as", "anna")).Expect(0);
        Assert.Contains("the last thing was add of #", (await factory.AlaiAsync("undo", "--as", "anna")).Expect(1).Error, StringComparison.Ordinal);
        Assert.Contains("nothing lately", (await factory.AlaiAsync("undo", "--as", "carl")).Expect(1).Error, StringComparison.Ordinal);
    }

    private static async Task<TheFactory> HaltedAsync()
    {
        var factory = TheFactory.New();
        await factory.UpAsync();
        (await factory.AlaiAsync("halt", "while testing")).Expect(0);
        return factory;
    }

    private static List<long> Ids(Ran ran) => [.. ran.Expect(0).Json.GetProperty("tasks").EnumerateArray().Select(task => task.GetProperty("id").GetInt64())];

    private static async Task<long> CountAsync(TheFactory factory, string state) =>
        (await factory.AlaiAsync("task", "stats", "--json")).Expect(0).Json.GetProperty("states").GetProperty(state).GetInt64();
}
