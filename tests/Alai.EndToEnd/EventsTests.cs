using System.Diagnostics;
using System.Text.Json;

namespace Alai.EndToEnd;

/// <summary><c>alai events</c>: paged, followed live, resumed by number, and never a line lost or twice.</summary>
public sealed class EventsTests
{
    [Fact]
    public async Task A_follower_loses_nothing_and_sees_nothing_twice_when_the_daemon_is_killed_and_started_again()
    {
        await using var factory = TheFactory.New();
        var daemon = await factory.UpAsync();
        (await factory.AlaiAsync("halt", "while testing")).Expect(0);
        var follower = factory.Open("events", "--follow", "--json", "--since", "0");
        var seen = new List<JsonElement>();

        for (var round = 0; round < 2; round++)
        {
            var before = await factory.FileAsync($"Before the kill {round}");
            await ReadUntilFiledAsync(follower, seen, before);
            await TheFactory.KillAsync(daemon);
            var between = await factory.FileAsync($"While it was away {round}");
            daemon = await factory.UpAsync();
            var after = await factory.FileAsync($"After the start {round}");
            await ReadUntilFiledAsync(follower, seen, after);
            Assert.Contains(seen, happened => Is(happened, between));
        }

        Assert.Equal(Enumerable.Range(1, seen.Count).Select(number => (long)number), seen.Select(happened => happened.GetProperty("sequence").GetInt64()));
        (await factory.RunAsync("kill", ["-TERM", $"{follower.Id}"], "")).Expect(0);
        using var patience = new CancellationTokenSource(TheFactory.Patience);
        await follower.WaitForExitAsync(patience.Token);
        Assert.Equal(0, follower.ExitCode);
        Assert.Contains("waiting for it", await follower.StandardError.ReadToEndAsync(patience.Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_is_read_from_a_number_of_one_task_or_from_its_end()
    {
        await using var factory = TheFactory.New();
        await factory.UpAsync();
        (await factory.AlaiAsync("halt", "while testing")).Expect(0);
        var first = await factory.FileAsync("One");
        var second = await factory.FileAsync("Two");
        (await factory.AlaiAsync("task", "comment", $"{first}", "a word")).Expect(0);

        var all = await LinesAsync(factory, "--since", "0");
        var rest = await LinesAsync(factory, "--since", $"{all[1].GetProperty("sequence").GetInt64()}");
        var ofFirst = await LinesAsync(factory, "--task", $"{first}");
        var newest = await LinesAsync(factory, "-n", "1");

        Assert.Equal(["sequence", "at", "root", "task", "run", "actor", "kind", "text"], all[^1].EnumerateObject().Select(property => property.Name));
        Assert.Equal(all.Skip(2).Select(happened => happened.ToString()), rest.Select(happened => happened.ToString()));
        Assert.All(ofFirst, happened => Assert.Equal(first, happened.GetProperty("root").GetInt64()));
        Assert.DoesNotContain(ofFirst, happened => Is(happened, second));
        Assert.Equal("comment", Assert.Single(newest).GetProperty("kind").GetString());
        Assert.Contains("a word", (await factory.AlaiAsync("events")).Expect(0).Out, StringComparison.Ordinal);
        Assert.Matches($" #{first} +.*a word", (await factory.AlaiAsync("events", "-n", "1")).Expect(0).Out);
        Assert.Contains("There is no task #999.", (await factory.AlaiAsync("events", "--task", "999")).Expect(1).Error, StringComparison.Ordinal);
        Assert.Contains("no sequence number", (await factory.AlaiAsync("events", "--since", "yesterday")).Expect(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_daemon_it_reads_but_does_not_follow()
    {
        await using var factory = TheFactory.New();
        await factory.FileAsync("Alone");

        Assert.Contains("#1 filed: Alone", (await factory.AlaiAsync("events")).Expect(0).Out, StringComparison.Ordinal);
        Assert.Contains("alai up", (await factory.AlaiAsync("events", "--follow")).Expect(4).Error, StringComparison.Ordinal);
    }

    private static bool Is(JsonElement happened, long filed) =>
        happened.GetProperty("kind").GetString() == "filed" && happened.GetProperty("task").GetInt64() == filed;

    private static async Task<List<JsonElement>> LinesAsync(TheFactory factory, params string[] words)
    {
        var ran = (await factory.AlaiAsync(["events", "--json", .. words])).Expect(0);
        return [.. ran.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
    }

    private static async Task ReadUntilFiledAsync(Process follower, List<JsonElement> seen, long task)
    {
        using var patience = new CancellationTokenSource(TheFactory.Patience);
        while (await follower.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            seen.Add(Parse(line));
            if (Is(seen[^1], task))
                return;
        }

        Assert.Fail($"the follower ended before #{task} was filed: {await follower.StandardError.ReadToEndAsync(patience.Token)}");
    }

    private static JsonElement Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }
}
