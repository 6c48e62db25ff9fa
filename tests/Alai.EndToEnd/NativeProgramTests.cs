using System.Runtime.InteropServices;

namespace Alai.EndToEnd;

/// <summary>The released command line: one native program, no runtime, no ICU.</summary>
public sealed class NativeProgramTests
{
    private static readonly string Program = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "..", "release-build", "native", RuntimeInformation.RuntimeIdentifier, "alai"));

    [Fact]
    public async Task It_files_lists_shows_explains_and_follows_with_a_daemon_of_the_same_version()
    {
        Needed();
        await using var factory = TheFactory.New();
        factory.Environment["ALAID"] = TheFactory.Alaid;
        var daemon = await factory.UpAsync();

        Assert.Matches(@"^\d+\.\d+\.\d+", (await NativeAsync(factory, "--version")).Expect(0).Out);
        (await NativeAsync(factory, "halt", "while testing")).Expect(0);
        (await NativeAsync(factory, "task", "add", "Räume den Keller auf", "-p", "high", "--label", "home")).Expect(0);
        (await NativeAsync(factory, "task", "add", "[DECISION] Choose a bank")).Expect(3);
        Assert.Contains("Räume den Keller auf", (await NativeAsync(factory, "task", "list")).Expect(0).Out, StringComparison.Ordinal);
        Assert.Equal(2, (await NativeAsync(factory, "task", "list", "--json")).Expect(0).Json.GetProperty("tasks").GetArrayLength());
        foreach (var words in new[] { "task show 1", "task why 1", "task history 1", "status", "inbox", "doctor", "report", "cost", "fleet status", "company list", "product list", "task stats", "events", "logs", "schedule list", "task search keller", "task list --due" })
        {
            var ran = await NativeAsync(factory, [.. words.Split(' '), "--json"]);
            Assert.True(ran.Exit is 0 or 1, $"{words}: {ran.Exit} {ran.Error}");
            Assert.StartsWith("{", ran.Out, StringComparison.Ordinal);
        }

        (await NativeAsync(factory, "task", "label", "1", "--add", "shop")).Expect(0);
        (await NativeAsync(factory, "task", "pause", "--label", "shop")).Expect(0);
        (await NativeAsync(factory, "undo")).Expect(0);
        (await NativeAsync(factory, "schedule", "add", "dishes", "--cron", "@daily", "Wash the dishes")).Expect(0);
        Assert.StartsWith("list\t", (await NativeAsync(factory, "completion", "words", "--", "task", "li")).Expect(0).Out, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'alai task'?", (await NativeAsync(factory, "tsk")).Expect(2).Error, StringComparison.Ordinal);
        (await NativeAsync(factory, "down")).Expect(0);
        using var patience = new CancellationTokenSource(TheFactory.Patience);
        await daemon.WaitForExitAsync(patience.Token);
    }

    [Fact]
    public async Task Without_a_daemon_it_has_one_perform_the_operation()
    {
        Needed();
        await using var factory = TheFactory.New();

        Assert.Contains("ALAID", (await NativeAsync(factory, "status")).Expect(4).Error, StringComparison.Ordinal);
        factory.Environment["ALAID"] = TheFactory.Alaid;
        (await NativeAsync(factory, "task", "add", "Alone")).Expect(0);
        Assert.Contains("Alone", (await NativeAsync(factory, "task", "show", "1")).Expect(0).Out, StringComparison.Ordinal);
    }

    private static void Needed()
    {
        if (!File.Exists(Program))
            Assert.Skip("needs the native command line: ./release --native");
    }

    private static Task<Ran> NativeAsync(TheFactory factory, params string[] words) => factory.RunAsync(Program, words, "");
}
