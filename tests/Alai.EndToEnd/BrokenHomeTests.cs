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
