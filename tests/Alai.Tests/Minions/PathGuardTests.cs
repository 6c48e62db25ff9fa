using Alai.Minions;
using Alai.Tasks;

namespace Alai.Tests.Minions;

public sealed class PathGuardTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("alai-guard-").FullName;

    [Theory]
    [InlineData("../x")]
    [InlineData("/etc/passwd")]
    [InlineData("~/x")]
    [InlineData("a/../../x")]
    [InlineData(".git/config")]
    [InlineData("sub/.GIT/hooks/x")]
    [InlineData("C:\\x")]
    [InlineData("")]
    [InlineData("a\0b")]
    public void What_leads_out_or_into_git_is_refused(string path)
    {
        var guard = new PathGuard(_home, new PathRules { AllowProtected = true });
        Assert.NotEmpty(guard.Read(path).Problem);
        Assert.NotEmpty(guard.Write(path).Problem);
    }

    [Theory]
    [InlineData(".github/workflows/ci.yml")]
    [InlineData("CLAUDE.md")]
    [InlineData("web/package-lock.json")]
    [InlineData(".mcp.json")]
    public void What_steers_builds_and_agents_is_written_only_when_allowed(string path)
    {
        Assert.NotEmpty(new PathGuard(_home, new PathRules()).Write(path).Problem);
        Assert.Empty(new PathGuard(_home, new PathRules()).Read(path).Problem);
        Assert.Empty(new PathGuard(_home, new PathRules { AllowProtected = true }).Write(path).Problem);
    }

    [Fact]
    public void Links_out_are_refused_and_links_inside_are_only_read()
    {
        var work = Directory.CreateDirectory(Path.Combine(_home, "work")).FullName;
        File.WriteAllText(Path.Combine(_home, "secret"), "s");
        File.WriteAllText(Path.Combine(work, "real"), "r");
        File.CreateSymbolicLink(Path.Combine(work, "out"), "../secret");
        File.CreateSymbolicLink(Path.Combine(work, "in"), "real");
        File.CreateSymbolicLink(Path.Combine(work, "loop"), "loop");
        Directory.CreateSymbolicLink(Path.Combine(work, "up"), "..");
        var guard = new PathGuard(work, new PathRules());
        Assert.NotEmpty(guard.Read("out").Problem);
        Assert.NotEmpty(guard.Read("up/secret").Problem);
        Assert.NotEmpty(guard.Read("loop").Problem);
        Assert.Empty(guard.Read("in").Problem);
        Assert.NotEmpty(guard.Write("in").Problem);
        Assert.NotEmpty(guard.Write("up/new").Problem);
    }

    [Fact]
    public void Companies_write_only_where_they_may()
    {
        var guard = new PathGuard(_home, new PathRules { Limits = new PathLimits { Allowed = [["docs/**", "*.md"]], Forbidden = ["docs/legal/"] } });
        Assert.Empty(guard.Write("docs/a/b.txt").Problem);
        Assert.Empty(guard.Write("deep/README.md").Problem);
        Assert.NotEmpty(guard.Write("src/a.cs").Problem);
        Assert.NotEmpty(guard.Write("docs/legal/x.md").Problem);
    }

    [Fact]
    public void Invisible_text_is_taken_out() =>
        Assert.Equal("red a b\tc\n", VisibleText.Clean("\u001b[31mred\u001b[0m a\u202E\u200B b\tc\r\n\u0007"));

    public void Dispose() => Directory.Delete(_home, recursive: true);
}
