using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Alai.EndToEnd;

/// <summary>The drill with the real programs: work, back up, kill, wreck, restore; take everything elsewhere; bring others' issues.</summary>
public sealed class CareTests
{
    private const string Settings = "tiers:\n  5: { executors: [human-queue] }\norchestrator: { tick_s: 1, person_grace_s: 0 }\n";

    [Fact]
    public async Task A_wrecked_store_is_restored_and_the_loss_is_named()
    {
        await using var factory = await NewAsync();
        var daemon = await factory.UpAsync();
        var before = new List<long>();
        for (var i = 0; i < 5; i++)
            before.Add(await factory.FileAsync($"Call the landlord about {i}"));
        foreach (var id in before)
            await HeldAsync(factory, id);
        (await factory.AlaiAsync("task", "done", $"{before[0]}", "he will mend it")).Expect(0);
        var backup = (await factory.AlaiAsync("db", "backup", "--json")).Expect(0).Json;
        var refused = (await factory.AlaiAsync("db", "restore", "newest")).Expect(1);
        Assert.Contains("Another daemon already holds", refused.Error, StringComparison.Ordinal);
        var drill = (await factory.AlaiAsync("db", "restore", "--check", "newest")).Expect(0);
        Assert.Contains("can be restored: 5 tasks", drill.Out, StringComparison.Ordinal);
        await factory.FileAsync("Paint the fence");
        await TheFactory.KillAsync(daemon);
        var named = (await factory.AlaiAsync("db", "restore", "--check", "newest")).Expect(0);
        Assert.Contains("Paint the fence (filed after it", named.Out, StringComparison.Ordinal);
        var database = Path.Combine(factory.Home, "data", "mission-control.db");
        await File.WriteAllBytesAsync(database, [.. Enumerable.Repeat((byte)0xAB, 40_000)]);
        var broken = (await factory.AlaiAsync("task", "list")).Expect(1);
        Assert.Contains("alai db restore", broken.Error, StringComparison.Ordinal);

        var restored = (await factory.AlaiAsync("db", "restore", backup.GetProperty("file").GetString()!, "--json")).Expect(0).Json;

        Assert.Equal("restored", restored.GetProperty("outcome").GetString());
        Assert.Contains("events came after it", restored.GetProperty("lost")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(40_000, new FileInfo(Path.Combine(restored.GetProperty("replaced").GetString()!, "mission-control.db")).Length);
        Assert.Equal("done", await factory.StateAsync(before[0]));
        foreach (var id in before.Skip(1))
            Assert.Equal("held", await factory.StateAsync(id));
        (await factory.AlaiAsync("db", "check")).Expect(0);
        var status = await factory.AlaiAsync("status");
        Assert.Contains("HALTED", status.Out, StringComparison.Ordinal);
        Assert.Contains("restored from the backup", status.Out, StringComparison.Ordinal);
        (await factory.AlaiAsync("resume")).Expect(0);
        await factory.UpAsync();
        await HeldAsync(factory, await factory.FileAsync("Call the landlord again"));
    }

    [Fact]
    public async Task A_daemon_killed_while_it_backs_up_leaves_only_whole_backups()
    {
        await using var factory = await NewAsync();
        await factory.FileAsync("Call the landlord", "--body", new string('x', 100_000));
        for (var round = 0; round < 4; round++)
        {
            var daemon = await factory.UpAsync();
            var backing = Enumerable.Range(0, 3).Select(_ => factory.AlaiAsync("db", "backup")).ToList();
            await Task.WhenAny(backing);
            await Task.Delay(round * 15);
            await TheFactory.KillAsync(daemon);
            await Task.WhenAll(backing);
        }

        (await factory.AlaiAsync("db", "backup")).Expect(0);
        var folder = Path.Combine(factory.Home, "data", "backups");
        foreach (var file in Directory.GetFiles(folder))
            (await factory.AlaiAsync("db", "restore", "--check", file)).Expect(0);
        Assert.Empty(Directory.GetDirectories(folder));
    }

    [Fact]
    public async Task Everything_moves_to_another_home_and_sensitive_work_is_held_there()
    {
        await using var factory = await NewAsync();
        await using var other = await NewAsync();
        await factory.FileAsync("Call the landlord");
        await factory.FileAsync("Pay by Vipps now");
        var file = Path.Combine(factory.Folder, "everything.alai");
        var again = Path.Combine(factory.Folder, "again.alai");
        (await factory.AlaiAsync("db", "export", file)).Expect(0);
        var half = Path.Combine(factory.Folder, "half.alai");
        await File.WriteAllBytesAsync(half, (await File.ReadAllBytesAsync(file))[..1000]);

        var refused = (await other.AlaiAsync("db", "import", half)).Expect(1);
        var newer = (await other.AlaiAsync("db", "import", Newer(file))).Expect(1);
        Assert.Contains("is a bundle of version 2; this ALAI reads up to 1. Use the newer ALAI", newer.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was taken", newer.Error, StringComparison.Ordinal);
        (await other.AlaiAsync("db", "import", file)).Expect(0);
        (await other.AlaiAsync("db", "export", again)).Expect(0);

        Assert.Contains("cut short", refused.Error, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllBytesAsync(file), await File.ReadAllBytesAsync(again));
        (await other.AlaiAsync("db", "import", file)).Expect(1);
        await other.UpAsync();
        await HeldAsync(other, 1);
        var why = (await other.AlaiAsync("task", "why", "3", "--json")).Expect(0).Json;
        Assert.Equal("safety_rule", why.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Issues_of_other_trackers_are_filed_once_through_the_ordinary_door()
    {
        await using var factory = await NewAsync();
        var beads = Path.Combine(factory.Folder, "issues.jsonl");
        await File.WriteAllLinesAsync(beads, [
            """{"id":"bd-2","title":"Build the menu","description":"With prices","status":"open","priority":1,"issue_type":"feature","labels":["web"],"dependencies":[{"issue_id":"bd-2","depends_on_id":"bd-1","type":"blocks"}]}""",
            """{"id":"bd-1","title":"Choose the dishes","description":"","status":"closed","close_reason":"three dishes","priority":2,"issue_type":"task"}""",
            """{"id":"bd-3","title":"Pay the supplier by Vipps","description":"","status":"open","priority":0,"issue_type":"task"}""",
        ]);

        var first = (await factory.AlaiAsync("db", "import", "--from", "beads", beads, "--json")).Expect(0).Json;
        var second = (await factory.AlaiAsync("db", "import", "--from", "beads", beads, "--json")).Expect(0).Json;

        Assert.Equal((3, 0), (first.GetProperty("taken").GetInt32(), first.GetProperty("known").GetInt32()));
        Assert.Equal((0, 3), (second.GetProperty("taken").GetInt32(), second.GetProperty("known").GetInt32()));
        Assert.Single(first.GetProperty("held").EnumerateArray());
        var tasks = (await factory.AlaiAsync("task", "list", "--json", "--open", "--held", "--done")).Expect(0).Json.GetProperty("tasks").EnumerateArray()
            .ToDictionary(task => task.GetProperty("title").GetString()!, task => task);
        Assert.Equal("done", State("Choose the dishes"));
        Assert.Equal("open", State("Build the menu"));
        Assert.Equal("held", State("Pay the supplier by Vipps"));
        Assert.Equal("high", tasks["Build the menu"].GetProperty("priority").GetString());

        string State(string title) => tasks[title].GetProperty("state").GetString()!;
    }

    // The same bundle as a newer ALAI would have sealed it.
    private static string Newer(string file)
    {
        const string Manifest = "manifest.json";
        var newer = file + ".newer";
        File.Copy(file, newer);
        using (var zip = ZipFile.Open(newer, ZipArchiveMode.Update))
        {
            using var reader = new StreamReader(zip.GetEntry(Manifest)!.Open());
            var text = reader.ReadToEnd().Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal);
            reader.Dispose();
            zip.GetEntry(Manifest)!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(Manifest).Open());
            writer.Write(text);
        }

        var bytes = File.ReadAllBytes(newer);
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(..^64)))).CopyTo(bytes, bytes.Length - 64);
        File.WriteAllBytes(newer, bytes);
        return newer;
    }

    // An errand waits for a person as soon as it was looked at.
    private static Task HeldAsync(TheFactory factory, long root) => factory.UntilAsync(root, "held");

    private static async Task<TheFactory> NewAsync()
    {
        var factory = TheFactory.New();
        Directory.CreateDirectory(factory.Home);
        await File.WriteAllTextAsync(Path.Combine(factory.Home, "alai.yaml"), Settings);
        return factory;
    }
}
