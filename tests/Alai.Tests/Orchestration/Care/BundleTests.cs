using Alai.HiveMind;
using Alai.MissionControl;
using Alai.Orchestration;
using Alai.Tasks;

namespace Alai.Tests.Orchestration;

/// <summary>Everything goes out and comes in again, all of it or nothing; sensitive work meets the rail at the door.</summary>
public sealed class BundleTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_round_trip_gives_the_same_bytes_with_every_table_filled()
    {
        await using var home = new CareHome();
        await using var other = new CareHome();
        await FillAsync(home);
        var first = Path.Combine(home.Folder, "first.alai");
        var second = Path.Combine(home.Folder, "second.alai");
        var manifest = await home.Factory.Export.RunAsync(first, None);

        var report = await other.Factory.Import.RunAsync(first, withSettings: false, "human:anna", None);
        Assert.Null(report.Refusal);
        Assert.Equal(home.Factory.Reader.List(new TaskFilter()).Tasks.Count, report.Taken);
        Assert.True(report.Rows > report.Taken);
        await other.Factory.Export.RunAsync(second, None);

        string[] tables = ["approval", "dependency", "effect", "event", "flag", "ledger", "outbox", "run", "task", "task_body", "task_label", "tick"];
        Assert.DoesNotContain(tables, table => manifest.Entries.All(entry => entry.Name != $"tables/{table}.jsonl" || entry.Rows == 0));
        Assert.Equal(await File.ReadAllBytesAsync(first, None), await File.ReadAllBytesAsync(second, None));
        Assert.True((await other.Factory.Caretaker.CheckAsync(None)).IsSound);
        await other.CloseAsync();
        Assert.Null(other.Factory.Caretaker.StoreAlarm);
        Assert.Contains("learned", (await other.Factory.Hive.SearchAsync(new HiveQuery { Text = "lunch" }, None)).Hits[0].Entry.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sensitive_work_is_held_at_the_door_whatever_the_bundle_says()
    {
        await using var home = new CareHome();
        await using var other = new CareHome();
        var plain = await home.FileAsync("Call the landlord");

        // Filed past the rail, as a bundle made by somebody else could have it; and one with a yes that was given elsewhere.
        var hidden = await home.FileAsync("Pay the invoice by Vipps");
        var approved = await home.FileAsync("[DECISION] sell the company", task => task with { Sensitivity = 2 });
        var hash = home.Factory.Reader.Find(approved)!.Text.Hash(home.Factory.Parts.Now.Rules.Fingerprint);
        await home.Factory.Store.ChangeAsync(new ApproveHold(approved, "human:mallory", hash, "yes"), None);
        Assert.Equal(TaskState.Open, home.Factory.Reader.Find(approved)!.State);
        var file = Path.Combine(home.Folder, "x.alai");
        await home.Factory.Export.RunAsync(file, None);

        var report = await other.Factory.Import.RunAsync(file, false, "human:anna", None);

        Assert.Equal(2, report.Held.Count);
        Assert.Equal(TaskState.Open, other.Factory.Reader.Find(plain)!.State);
        foreach (var id in new[] { hidden, approved })
        {
            var task = other.Factory.Reader.Find(id)!;
            Assert.Equal((TaskState.Held, HoldCode.SafetyRule), (task.State, task.Hold!.Code));
            Assert.Null(task.Approval);
            Assert.Equal(2, task.Sensitivity);
        }

        Assert.True((await other.Factory.Caretaker.CheckAsync(None)).IsSound);
    }

    [Fact]
    public async Task A_run_under_way_is_given_back_and_never_runs_there()
    {
        await using var home = new CareHome();
        await using var other = new CareHome();
        var root = await home.FileAsync("Call the landlord");
        var stage = home.Factory.Reader.Family(root)[1];
        var route = new Route { Tier = 5, Company = "codecraft", Role = "builder", Model = "", Executors = ["human-queue"], Reason = "test" };
        await home.Factory.Store.ClaimAsync(new ClaimRequest(stage.Id, stage.Version, home.Factory.Parts.Owner, route), None);
        var file = Path.Combine(home.Folder, "x.alai");
        await home.Factory.Export.RunAsync(file, None);

        var report = await other.Factory.Import.RunAsync(file, false, "human:anna", None);

        Assert.Equal(1, report.GivenBack);
        Assert.Equal(TaskState.Open, other.Factory.Reader.Find(stage.Id)!.State);
        Assert.Empty(other.Factory.Reader.OpenRuns());
    }

    [Fact]
    public async Task A_cut_a_flip_a_newer_version_and_garbage_change_nothing()
    {
        await using var home = new CareHome();
        await using var other = new CareHome();
        await home.FileAsync("Call the landlord");
        var file = Path.Combine(home.Folder, "x.alai");
        await home.Factory.Export.RunAsync(file, None);
        var bytes = await File.ReadAllBytesAsync(file, None);
        var bad = Path.Combine(home.Folder, "bad.alai");

        await RefusedAsync(bytes[..(bytes.Length / 2)], "cut short");
        var flipped = (byte[])bytes.Clone();
        flipped[bytes.Length / 3] ^= 1;
        await RefusedAsync(flipped, "was altered");
        await RefusedAsync([], "has 0 bytes");
        await RefusedAsync([.. Enumerable.Repeat((byte)7, 5000)], "does not end as a bundle");
        await RewriteAsync(new BundleManifest { Kind = "export", Version = 2 }, "version 2");
        await RewriteAsync(new BundleManifest { Kind = "export", Schema = 9999 }, "schema 9999");
        await RewriteAsync(new BundleManifest { Kind = "backup", Schema = 1 }, "expected an export");
        await RewriteAsync(new BundleManifest { Kind = "export", Schema = 1, Sequence = 5, Head = "ab" }, "its manifest says 5");
        await RewriteAsync(new BundleManifest { Kind = "export", Schema = 1 }, "no row of that table", ("tables/task.jsonl", "{\"id\":1}\n"));
        await RewriteAsync(new BundleManifest { Kind = "export", Schema = 1 }, "there is no table spies", ("tables/spies.jsonl", "{\"id\":1}\n"));
        await RewriteAsync(new BundleManifest { Kind = "export", Schema = 1 }, "leads outside", ("home/../../outside", "x"));

        Assert.Equal(0, other.Factory.Reader.LastSequence());
        Assert.False(Directory.Exists(Path.Combine(other.Data, "incoming")));
        Assert.Null((await other.Factory.Import.RunAsync(file, false, "human:anna", None)).Refusal);
        Assert.Contains("empty home", (await other.Factory.Import.RunAsync(file, false, "human:anna", None)).Refusal, StringComparison.Ordinal);

        async Task RefusedAsync(byte[] content, string why)
        {
            await File.WriteAllBytesAsync(bad, content, None);
            var report = await other.Factory.Import.RunAsync(bad, false, "human:anna", None);
            Assert.Contains(why, report.Refusal ?? "taken", StringComparison.Ordinal);
        }

        async Task RewriteAsync(BundleManifest manifest, string why, params (string Name, string Text)[] entries)
        {
            File.Delete(bad);
            using (var writer = new BundleWriter(bad))
            {
                foreach (var (name, text) in entries)
                {
                    using var stream = writer.Open(name);
                    stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
                }

                writer.Finish(manifest);
            }

            await RefusedAsync(await File.ReadAllBytesAsync(bad, None), why);
        }
    }

    [Theory]
    [InlineData("import.before", false)]
    [InlineData("import.after", true)]
    public async Task A_daemon_killed_while_it_imports_has_all_of_it_or_nothing(string point, bool taken)
    {
        await using var home = new CareHome();
        await using var other = new CareHome();
        var root = await home.FileAsync("Call the landlord");
        var transcript = Path.Combine(home.Data, "transcripts", "2", "1.jsonl");
        Directory.CreateDirectory(Path.GetDirectoryName(transcript)!);
        await File.WriteAllTextAsync(transcript, "{}\n", None);
        var file = Path.Combine(home.Folder, "x.alai");
        await home.Factory.Export.RunAsync(file, None);
        other.AtPoint = at => at == point ? Task.FromException(new OperationCanceledException("killed")) : Task.CompletedTask;
        await Assert.ThrowsAsync<OperationCanceledException>(() => other.Factory.Import.RunAsync(file, false, "human:anna", None));
        other.Kill();
        other.AtPoint = _ => Task.CompletedTask;

        await other.Factory.Import.TidyAsync(None);

        Assert.Equal(taken, other.Factory.Reader.Find(root) is not null);
        Assert.Equal(taken, File.Exists(Path.Combine(other.Data, "transcripts", "2", "1.jsonl")));
        Assert.False(Directory.Exists(Path.Combine(other.Data, "incoming")));
        Assert.Equal(!taken, (await other.Factory.Import.RunAsync(file, false, "human:anna", None)).Refusal is null);
    }

    [Fact]
    public async Task Settings_of_another_home_come_only_when_asked_for_and_never_over_what_is_there()
    {
        await using var home = new CareHome();
        await using var other = new CareHome();
        await using var third = new CareHome();
        await home.FileAsync("Call the landlord");
        await File.WriteAllTextAsync(Path.Combine(home.Folder, "safety.yaml"), await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src", "Alai", "Safety", "safety.yaml"), None), None);
        var file = Path.Combine(home.Folder, "x.alai");
        await home.Factory.Export.RunAsync(file, None);

        var without = await other.Factory.Import.RunAsync(file, withSettings: false, "human:anna", None);
        var with = await third.Factory.Import.RunAsync(file, withSettings: true, "human:anna", None);

        Assert.Contains(without.LeftOut, line => line.StartsWith("safety.yaml", StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(other.Folder, "safety.yaml")));
        Assert.True(File.Exists(Path.Combine(third.Folder, "safety.yaml")));
        Assert.Contains(with.LeftOut, line => line.Contains("alai.yaml: this home has its own", StringComparison.Ordinal));
    }

    internal static async Task FillAsync(CareHome home)
    {
        var store = home.Factory.Store;
        var before = await home.FileAsync("First things");
        var root = await home.FileAsync("Call the landlord \u00e6\u00f8\u00e5 \"quoted\" \\ \U0001F371", task => task with { Labels = ["home", "web"], After = [before], Criteria = ["he answers"] });
        var stage = home.Factory.Reader.Family(before)[1];
        var route = new Route { Tier = 5, Company = "codecraft", Role = "builder", Model = "", Executors = ["human-queue"], Reason = "test" };
        var claim = await store.ClaimAsync(new ClaimRequest(stage.Id, stage.Version, home.Factory.Parts.Owner, route), None);
        var money = await store.ReserveAsync(claim.Key!.Value, 1000, None);
        await store.SettleAsync(money!, 900, None);
        await store.BeginEffectAsync(new EffectIntent(stage.Id, "publish", "publish:1", "abc"), None);
        await store.EndEffectAsync("publish:1", true, "there", None);
        await store.ApplyAsync(new Transition
        {
            Key = claim.Key!.Value,
            Outcome = RunOutcome.Verified,
            Move = new TaskMove { To = TaskState.Held, Hold = new Hold(HoldCode.NeedsApproval, "look"), ArtefactHash = "tree" },
            Reason = "done",
            Outbox = [new OutboxItem("nowhere", "once", "{}")],
        }, None);
        await store.ChangeAsync(new ApproveHold(stage.Id, "human:anna", "tree", "good"), None);
        await store.SetHaltAsync(true, "human:anna", "lunch", None);
        await store.RecordTickAsync(new TickRecord { At = QuietFactory.Noon, Milliseconds = 1.5 }, None);
        await home.Factory.Hive.LearnAsync(new NewHiveEntry("", HiveKind.Lesson, "We learned to have lunch", new HiveSource("human:anna", TrustLabel.Operator)), None);
        Directory.CreateDirectory(Path.Combine(home.Data, "transcripts", $"{stage.Id.Value}"));
        await File.WriteAllTextAsync(Path.Combine(home.Data, "transcripts", $"{stage.Id.Value}", "1.jsonl"), "{\"n\":1}\n", None);
        Directory.CreateDirectory(Path.Combine(home.Data, "wiki"));
        await File.WriteAllTextAsync(Path.Combine(home.Data, "wiki", "page.md"), "# Page\n", None);
        Assert.NotEqual(before, root);
    }
}
