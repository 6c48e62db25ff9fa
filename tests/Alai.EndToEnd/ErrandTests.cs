namespace Alai.EndToEnd;

/// <summary>Work for a person: it waits for one everywhere, in the same words, and nothing is said to have run.</summary>
public sealed class ErrandTests
{
    [Fact]
    public async Task An_errand_waits_for_a_person_in_every_place_until_the_person_did_it()
    {
        await using var factory = await UpAsync();
        var id = await factory.FileAsync("Call the landlord");
        await factory.UntilAsync(id, "held");

        var status = (await factory.AlaiAsync("status")).Out;
        Assert.Contains("Waiting for you (1)", status, StringComparison.Ordinal);
        Assert.Matches($@"#{id}\s+human tier\s+Call the landlord", status);
        Assert.Contains("0 done · 0 runs ·", status, StringComparison.Ordinal);
        Assert.DoesNotContain("denied", status, StringComparison.Ordinal);
        Assert.Contains("held: human_tier", (await factory.AlaiAsync("task", "list", "--held", "--hold", "human_tier")).Expect(0).Out, StringComparison.Ordinal);
        var why = (await factory.AlaiAsync("task", "why", $"{id}")).Expect(0).Out;
        Assert.Contains($"#{id} is held (human tier)", why, StringComparison.Ordinal);
        Assert.Contains("A person does this", why, StringComparison.Ordinal);
        Assert.Contains($"alai inbox take {id}", why, StringComparison.Ordinal);
        var page = (await factory.AlaiAsync("task", "show", $"{id}")).Expect(0).Out;
        Assert.Contains("HELD (human tier)", page, StringComparison.Ordinal);
        foreach (var words in new[] { page, (await factory.AlaiAsync("task", "history", $"{id}")).Out, (await factory.AlaiAsync("report")).Out, (await factory.AlaiAsync("task", "log", $"{id}")).Out })
            Assert.DoesNotContain("denied", words, StringComparison.Ordinal);

        (await factory.AlaiAsync("inbox", "take", $"{id}", "--as", "anna")).Expect(0);
        Assert.Contains("anna works on it", (await factory.AlaiAsync("task", "why", $"{id}")).Out, StringComparison.Ordinal);
        Assert.Contains("HELD (human tier), anna is working on it", (await factory.AlaiAsync("task", "show", $"{id}")).Out, StringComparison.Ordinal);
        (await factory.AlaiAsync("task", "done", $"{id}", "he", "will", "mend", "it", "--as", "anna")).Expect(0);
        var stage = (await factory.AlaiAsync("task", "show", $"{id}", "--json")).Json.GetProperty("stages")[0];
        Assert.Equal(("done", "he will mend it"), (stage.GetProperty("state").GetString(), stage.GetProperty("outcome").GetString()));
        Assert.Contains("1 done · 0 runs ·", (await factory.AlaiAsync("status")).Out, StringComparison.Ordinal);

        // What was done can be opened again, and waits for a person again.
        (await factory.AlaiAsync("task", "reopen", $"{id}", "he", "did", "not")).Expect(0);
        await factory.UntilAsync(id, "held");
        (await factory.AlaiAsync("task", "cancel", $"{id}")).Expect(0);
        Assert.Equal("cancelled", await factory.StateAsync(id));
    }

    private static async Task<TheFactory> UpAsync()
    {
        var factory = TheFactory.New();
        Directory.CreateDirectory(factory.Home);
        await File.WriteAllTextAsync(Path.Combine(factory.Home, "alai.yaml"), "tiers:\n  5: { executors: [human-queue] }\norchestrator: { tick_s: 1, person_grace_s: 0 }\n");
        await factory.UpAsync();
        return factory;
    }
}
