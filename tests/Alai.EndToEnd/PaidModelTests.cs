using System.Text;
using Alai.Rehearsal;

namespace Alai.EndToEnd;

/// <summary>A paid tier through the real programs: daemon, sandbox, relay, proxy and a scripted provider over real HTTP.</summary>
public sealed class PaidModelTests
{
    private const string Key = "sk-ant-" + "api03-onlythedaemonmayknowthiskey";

    [Fact]
    public async Task A_paid_change_is_proved_and_metered_and_the_key_is_seen_nowhere()
    {
        Needs.Sandbox();
        if (!File.Exists("/usr/bin/curl"))
            Assert.Skip("needs curl: apt-get install curl");
        await using var factory = TheFactory.New();
        await using var models = await ScriptedModels.StartAsync(factory, Scripts.Agent(Scripts.Finish("not asked")));
        await using var provider = await FakeAnthropic.StartAsync(Key, [new AnthropicAnswer { InputTokens = 1000, OutputTokens = 100 }], TestContext.Current.CancellationToken);
        var project = await Project.NewAsync(factory);
        Prepare(factory, provider.Url);
        using var over = new CancellationTokenSource();
        var watch = Task.Run(() => SeenInProcesses(over.Token));

        var end = (await factory.AlaiAsync("run", "Greet by name", "--project", project.Folder, "--tier", "4", "--json")).Expect(0).Json;
        await over.CancelAsync();

        Assert.True(end.GetProperty("verified").GetBoolean(), end.ToString());
        Assert.Equal(("sonnet", 4), (end.GetProperty("runs")[0].GetProperty("model").GetString(), end.GetProperty("runs")[0].GetProperty("tier").GetInt32()));
        Assert.Equal(2, provider.Messages.Count);
        Assert.All(provider.Messages, message => Assert.Equal(Key, message.Headers["x-api-key"]));
        var cost = (await factory.AlaiAsync("cost")).Expect(0).Out;
        Assert.Contains("0.01 USD spent", cost, StringComparison.Ordinal);
        Assert.False(await watch, "the key stood in a process's arguments or environment");
        var told = new StringBuilder(cost);
        foreach (var verb in new[] { "log", "history", "show", "diff" })
            told.Append((await factory.AlaiAsync("task", verb, "1")).Out);
        Assert.DoesNotContain(Key, told.ToString(), StringComparison.Ordinal);
        Assert.Contains("1000 tokens in", told.ToString(), StringComparison.Ordinal);
        var holders = await factory.RunAsync("grep", ["-rlF", Key, factory.Home, project.Folder], "");
        Assert.Equal(Path.Combine(factory.Home, "secrets", "anthropic"), holders.Out.Trim());
    }

    [Fact]
    public async Task A_paid_model_judges_what_a_paid_model_built_without_seeing_a_file()
    {
        Needs.Sandbox();
        if (!File.Exists("/usr/bin/curl"))
            Assert.Skip("needs curl: apt-get install curl");
        await using var factory = TheFactory.New();
        await using var provider = await FakeAnthropic.StartAsync(Key, [new AnthropicAnswer { InputTokens = 1000, OutputTokens = 100 }], TestContext.Current.CancellationToken);
        var project = await Project.NewAsync(factory);
        Prepare(factory, provider.Url, local: "http://127.0.0.1:9");
        await File.AppendAllTextAsync(Path.Combine(factory.Home, "alai.yaml"), "\nlanding: auto\norchestrator: { tick_s: 1, person_grace_s: 0 }\n");
        await factory.UpAsync();
        (await factory.AlaiAsync("product", "add", project.Folder)).Expect(0);

        var id = await factory.FileAsync("Greet by name", "--product", "greeter");
        await factory.UntilAsync(id, "done");

        var shown = (await factory.AlaiAsync("pipeline", "show", $"{id}", "--json")).Expect(0).Out;
        var story = (await factory.AlaiAsync("task", "history", $"{id}")).Expect(0).Out;
        Assert.Equal(2, story.Split("it was shown 0 files").Length - 1);
        Assert.Contains("\"review\"", shown, StringComparison.Ordinal);
        Assert.Equal(6, provider.Messages.Count);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(factory.Home, "data", "caches", "scratch")));
        Assert.Equal(Project.Polite, await File.ReadAllTextAsync(Path.Combine(project.Folder, "greet.sh")));
    }

    private static void Prepare(TheFactory factory, Uri provider, string? local = null)
    {
        FakeClaude.Write(
            Path.Combine(factory.Folder, "bin", "claude"),
            turns: 2,
            "sleep 1; printf '%s' '" + Project.Polite.Replace("\n", "\\n", StringComparison.Ordinal) + "' | sed 's/\\\\n/\\n/g' > greet.sh; mkdir -p tests; printf '#!/bin/sh\\n[ \"$(sh greet.sh anna)\" = \"hello, anna\" ] || exit 1\\n' > tests/test_name.sh");
        factory.Environment["PATH"] = Path.Combine(factory.Folder, "bin") + ":" + Environment.GetEnvironmentVariable("PATH");
        Directory.CreateDirectory(Path.Combine(factory.Home, "secrets"));
        File.WriteAllText(Path.Combine(factory.Home, "secrets", "anthropic"), Key + "\n");
        File.WriteAllText(Path.Combine(factory.Home, "alai.yaml"), $$"""
            fleet:
              hosts:
                - { name: forge, url: "{{local ?? factory.Environment["OLLAMA_HOST"]}}" }
            tiers:
              1: { model: "scripted:8b", hosts: [forge], executors: [ollama-tool] }
              4: { model: sonnet, executors: [claude-cli], paid: true, api_key_file: secrets/anthropic, api_url: "{{provider.ToString().TrimEnd('/')}}" }
            budgets: { paid_usd_per_day: 5, paid_usd_per_task: 2, escalate_into_paid: true }
            """);
    }

    // What any program of this machine could read of any other.
    private static bool SeenInProcesses(CancellationToken over)
    {
        var key = Encoding.UTF8.GetBytes(Key);
        while (!over.IsCancellationRequested)
        {
            foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
            {
                foreach (var file in new[] { "cmdline", "environ" })
                {
                    try
                    {
                        if (File.ReadAllBytes(Path.Combine(folder, file)).AsSpan().IndexOf(key) >= 0)
                            return true;
                    }
                    catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
                    {
                        // It has ended, or is another person's.
                    }
                }
            }

            over.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(50));
        }

        return false;
    }
}
