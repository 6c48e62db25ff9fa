namespace Alai.EndToEnd;

/// <summary>The shells themselves finish what was begun: bash always, the others where they are installed.</summary>
public sealed class CompletionTests
{
    [Fact]
    public async Task Bash_finishes_verbs_options_words_task_numbers_and_products()
    {
        await using var factory = TheFactory.New();
        OnPath(factory);

        Assert.Equal(["list", "log", "label"], await BashAsync(factory, "task", "l"));
        Assert.Equal(["task"], await BashAsync(factory, "ta"));
        Assert.Contains("--held", await BashAsync(factory, "task", "list", "--h"));
        Assert.Equal(["blocker", "high", "low", "medium"], await BashAsync(factory, "task", "add", "x", "--priority", ""));
        Assert.Empty(await BashAsync(factory, "task", "show", ""));

        await factory.UpAsync();
        (await factory.AlaiAsync("halt", "while testing")).Expect(0);
        var id = await factory.FileAsync("Say \"hello\" to $(touch nothing)");
        Assert.Equal([$"{id}"], await BashAsync(factory, "task", "show", ""));
        Assert.Empty(await BashAsync(factory, "task", "list", "--product", ""));
        Assert.Contains("codecraft", await BashAsync(factory, "company", "show", "cod"));
        Assert.False(File.Exists(Path.Combine(factory.Folder, "nothing")));
    }

    [Fact]
    public async Task Zsh_offers_words_with_their_meaning()
    {
        if (!IsInstalled("zsh"))
            Assert.Skip("needs zsh: apt-get install zsh");
        await using var factory = TheFactory.New();
        OnPath(factory);

        var ran = (await factory.RunAsync("zsh", ["-f", "-c", "compdef() { : }; _describe() { print -l -- \"${(@P)2}\" }; source <(alai completion zsh); words=(alai task li); CURRENT=3; _alai"], "")).Expect(0);

        Assert.Equal("list:List tasks, newest first.", ran.Out.Trim());
    }

    [Fact]
    public async Task Fish_offers_words_with_their_meaning()
    {
        if (!IsInstalled("fish"))
            Assert.Skip("needs fish: apt-get install fish");
        await using var factory = TheFactory.New();
        OnPath(factory);
        factory.Environment["HOME"] = factory.Folder;

        var ran = (await factory.RunAsync("fish", ["--no-config", "-c", "alai completion fish | source; complete -C 'alai task li'"], "")).Expect(0);

        Assert.Equal("list\tList tasks, newest first.", ran.Out.Trim());
    }

    [Fact]
    public async Task Powershell_gets_a_script_and_a_blank_is_told_apart()
    {
        await using var factory = TheFactory.New();

        Assert.Contains("Register-ArgumentCompleter -Native -CommandName alai", (await factory.AlaiAsync("completion", "powershell")).Expect(0).Out, StringComparison.Ordinal);
        Assert.StartsWith("add\t", (await factory.AlaiAsync("completion", "words", "--blank", "--", "task")).Expect(0).Out, StringComparison.Ordinal);
        Assert.StartsWith("task\t", (await factory.AlaiAsync("completion", "words", "--", "task")).Expect(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Powershell_finishes_verbs_options_words_and_task_numbers_with_their_meaning()
    {
        if (!File.Exists(TheFactory.PowerShell))
            Assert.Skip("needs the engine of PowerShell: dotnet build tests/Alai.PowerShell -c Release");
        await using var factory = TheFactory.New();
        OnPath(factory);
        await factory.UpAsync();
        (await factory.AlaiAsync("halt", "while testing")).Expect(0);
        var id = await factory.FileAsync("Say \"hello\" to $(touch nothing)");

        var said = await PowerShellAsync(
            factory, "alai ta", "alai task li", "alai task list --h", "alai task add x --priority ", "alai task show ", "alai task li^ --json", "alai task li^st",
            "alai task add 'two words' --pri", "Get-Date; alai task add \"$HOME\" --priority h", "alai task 'li");

        Assert.Equal(["task\tFile, read and steer tasks."], said[0]);
        Assert.Equal(["list\tList tasks, newest first."], said[1]);
        Assert.Contains("--held\tOnly held tasks; may be combined.", said[2]);
        Assert.Equal(["blocker", "high", "low", "medium"], said[3].Select(line => line.Split('\t')[0]));
        Assert.Equal([$"{id}\topen: Say \"hello\" to $(touch nothing)"], said[4]);
        Assert.Equal(said[1], said[5]);
        Assert.Equal(said[1], said[6]);
        Assert.StartsWith("--priority\t", Assert.Single(said[7]), StringComparison.Ordinal);
        Assert.Equal(["high\thigh"], said[8]);
        Assert.Equal(said[1], said[9]);
        Assert.False(File.Exists(Path.Combine(factory.Folder, "nothing")));
    }

    private static bool IsInstalled(string shell) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, shell)));

    private static void OnPath(TheFactory factory) =>
        factory.Environment["PATH"] = Path.GetDirectoryName(TheFactory.Alai) + ":" + Environment.GetEnvironmentVariable("PATH");

    // What the TAB key of the real engine offers for each line; the cursor stands at ^ or at the end.
    private static async Task<string[][]> PowerShellAsync(TheFactory factory, params string[] lines)
    {
        var script = Path.Combine(factory.Folder, "alai.ps1");
        await File.WriteAllTextAsync(script, (await factory.AlaiAsync("completion", "powershell")).Expect(0).Out);
        var ran = (await factory.RunAsync(TheFactory.PowerShell, [script, .. lines], "")).Expect(0);
        Assert.StartsWith("7.", ran.Out, StringComparison.Ordinal);
        return [.. ran.Out.ReplaceLineEndings("\n").Split('\n', 2)[1].Split("\n\n").Take(lines.Length).Select(block => block.Split('\n', StringSplitOptions.RemoveEmptyEntries))];
    }

    private static async Task<string[]> BashAsync(TheFactory factory, params string[] words)
    {
        var typed = string.Join(' ', words.Select(word => $"'{word}'"));
        var script = $"source <(alai completion bash); COMP_WORDS=(alai {typed}); COMP_CWORD={words.Length}; _alai; printf '%s\\n' \"${{COMPREPLY[@]}}\"";
        var ran = (await factory.RunAsync("bash", ["--norc", "-c", script], "")).Expect(0);
        Assert.Empty(ran.Error);
        return [.. ran.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
