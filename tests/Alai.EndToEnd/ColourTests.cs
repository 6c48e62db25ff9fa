namespace Alai.EndToEnd;

/// <summary>Colours on a terminal, none where they are not wanted: on a real pseudo-terminal.</summary>
public sealed class ColourTests
{
    private static readonly string[] Verbs = ["help", "task list", "status", "inbox", "report", "schedule list", "task add Paint_the_wall", "events", "doctor"];

    [Fact]
    public async Task NO_COLOR_and_no_color_leave_no_escape_code_anywhere()
    {
        if (!File.Exists("/usr/bin/script"))
            Assert.Skip("needs script: apt-get install bsdutils");
        await using var factory = TheFactory.New();
        factory.Environment["TERM"] = "xterm";
        (await factory.AlaiAsync("task", "add", "Mend the footer")).Expect(0);

        factory.Environment["NO_COLOR"] = null;
        Assert.Contains('\e', await TypedAsync(factory, "task list"));
        Assert.Contains('\e', await TypedAsync(factory, "help"));
        Assert.DoesNotContain("\e[3", await TypedAsync(factory, "task list --no-color"), StringComparison.Ordinal);
        Assert.DoesNotContain("\e[3", await TypedAsync(factory, "help --no-color"), StringComparison.Ordinal);
        Assert.DoesNotContain('\e', (await factory.AlaiAsync("task", "list")).Expect(0).Out);
        factory.Environment["NO_COLOR"] = "1";
        foreach (var verb in Verbs)
            Assert.DoesNotMatch("\e\\[[0-9;]*m", await TypedAsync(factory, verb));
    }

    // What a person at a terminal would be sent.
    private static async Task<string> TypedAsync(TheFactory factory, string words) =>
        (await factory.RunAsync("script", ["-qec", $"'{TheFactory.Alai}' {words}", "/dev/null"], "")).Out;
}
