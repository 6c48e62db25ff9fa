namespace Alai.EndToEnd;

/// <summary>Homes that cannot be written, are full, or hold files with mistakes.</summary>
public sealed class BrokenHomeTests
{
    [Theory]
    [InlineData("alai.yaml", "orchestrator:\n  max_rums: 3\n", "alai.yaml:2", "max_runs")]
    [InlineData("products/shop.yaml", "name: shop\nrepository: /tmp\nverifi: [true]\n", "shop.yaml:3", "verify")]
    [InlineData("companies/codecraft/company.yaml", "title: CodeCraft\nstgaes: { build: [rest] }\n", "company.yaml:2", "stages")]
    [InlineData("safety.yaml", "ruls: []\n", "safety.yaml:1", "rules")]
    [InlineData("pipeline.yaml", "stags: []\n", "pipeline.yaml:1", "st")]
    public async Task An_unknown_key_is_named_with_file_line_and_what_was_meant(string file, string text, string place, string meant)
    {
        await using var factory = TheFactory.New();
        var path = Path.Combine(factory.Home, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text);

        var doctor = await factory.AlaiAsync("doctor");

        Assert.Equal(1, doctor.Exit);
        Assert.Contains(place, doctor.Out, StringComparison.Ordinal);
        Assert.Contains($"did you mean '{meant}", doctor.Out, StringComparison.Ordinal);

        // The last good form stays in force: work goes on.
        (await factory.AlaiAsync("task", "add", "Call the landlord")).Expect(0);
    }

    [Fact]
    public async Task A_restart_with_broken_files_goes_on_with_the_last_good_ones_and_says_so()
    {
        await using var factory = TheFactory.New();
        var settings = Path.Combine(factory.Home, "alai.yaml");
        var rules = Path.Combine(factory.Home, "safety.yaml");
        Directory.CreateDirectory(factory.Home);
        await File.WriteAllTextAsync(settings, "orchestrator:\n  tick_s: 7\n");
        await File.WriteAllTextAsync(rules, "rules:\n  - name: gardens\n    words: [tulips]\n");
        (await factory.AlaiAsync("task", "add", "Call the landlord")).Expect(0);

        await File.WriteAllTextAsync(settings, "orchestrator:\n  max_rums: 3\n");
        await File.WriteAllTextAsync(rules, "ruls: []\n");
        var up = (await factory.AlaiAsync("up", "--detach")).Expect(0);

        Assert.Contains("alai.yaml:2", up.Out, StringComparison.Ordinal);
        var status = (await factory.AlaiAsync("status", "--json")).Json;
        Assert.Equal(7, status.GetProperty("tick_seconds").GetDouble());
        Assert.Contains("the last good version, saved 20", status.GetProperty("alarms").ToString(), StringComparison.Ordinal);
        Assert.Contains("gardens", (await factory.AlaiAsync("task", "add", "Plant tulips")).Expect(3).Out, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(factory.Home, "data", "last-good", "safety.yaml")));

        // A file that is gone means defaults: its copy does not come back.
        (await factory.AlaiAsync("down")).Expect(0);
        File.Delete(settings);
        (await factory.AlaiAsync("up", "--detach")).Expect(0);
        Assert.Equal(30, (await factory.AlaiAsync("status", "--json")).Json.GetProperty("tick_seconds").GetDouble());
    }

    [Theory]
    [InlineData("alai.yaml", "orchestrator:\n  max_rums: 3\n")]
    [InlineData("safety.yaml", "ruls: []\n")]
    public async Task A_file_that_never_was_good_lets_nothing_start_until_it_is_mended(string file, string text)
    {
        await using var factory = TheFactory.New();
        Directory.CreateDirectory(factory.Home);
        await File.WriteAllTextAsync(Path.Combine(factory.Home, file), text);
        (await factory.AlaiAsync("up", "--detach")).Expect(0);
        var id = await factory.FileAsync("Call the landlord");

        Assert.Equal("bad_settings", (await factory.AlaiAsync("task", "why", $"{id}", "--json")).Json.GetProperty("reason").GetString());
        Assert.Contains("nothing is dispatched until it is mended", (await factory.AlaiAsync("status")).Expect(1).Out.ReplaceLineEndings(" "), StringComparison.Ordinal);

        File.Delete(Path.Combine(factory.Home, file));
        await Eventually.HoldsAsync(
            async () => (await factory.AlaiAsync("task", "why", $"{id}", "--json")).Json.GetProperty("reason").GetString() != "bad_settings", "work starts again");
    }

    [Fact]
    public async Task A_home_that_cannot_be_written_is_refused_in_words()
    {
        await using var factory = TheFactory.New();
        Directory.CreateDirectory(factory.Home);

        var ran = await InBubbleAsync(factory, ["--ro-bind", factory.Home, factory.Home], TheFactory.Alai, "task", "add", "Call the landlord");

        Assert.Equal(1, ran.Exit);
        Assert.Contains(factory.Home, ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at Alai.", ran.Error + ran.Out, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(factory.Home));
    }

    [Fact]
    public async Task A_full_disk_is_told_and_nothing_is_called_filed()
    {
        await using var factory = TheFactory.New();
        Directory.CreateDirectory(factory.Home);
        var body = Path.Combine(factory.Folder, "long.md");
        await File.WriteAllTextAsync(body, "---\ntitle: A long one\n---\n" + new string('x', 900_000));

        // The home is a disk of four megabytes; five long tasks do not fit.
        var ran = await InBubbleAsync(
            factory, ["--size", "4000000", "--tmpfs", factory.Home], "/bin/sh", "-c",
            $"for i in 1 2 3 4 5 6; do {TheFactory.Alai} task add -f {body} || break; done; echo; {TheFactory.Alai} task list");

        Assert.Contains("full", ran.Error + ran.Out, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at Alai.", ran.Error + ran.Out, StringComparison.Ordinal);
        var filed = ran.Out.Split('\n').Count(line => line.Contains(" filed: ", StringComparison.Ordinal));
        Assert.InRange(filed, 0, 4);
    }

    private static Task<Ran> InBubbleAsync(TheFactory factory, string[] home, params string[] command)
    {
        if (!File.Exists("/usr/bin/bwrap"))
            Assert.Skip("needs bubblewrap: apt-get install bubblewrap");
        return factory.RunAsync("/usr/bin/bwrap", ["--bind", "/", "/", "--dev-bind", "/dev", "/dev", "--proc", "/proc", .. home, "--", .. command], "");
    }
}
