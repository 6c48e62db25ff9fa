using Alai.Tasks;

namespace Alai.Tests.Tasks;

public sealed class PathGlobTests
{
    [Theory]
    [InlineData("**", "a/b/c.txt", true)]
    [InlineData("src/**", "src/a/b.cs", true)]
    [InlineData("src/**", "src", true)]
    [InlineData("src/**", "srcs/a", false)]
    [InlineData("src/", "src/a", true)]
    [InlineData("*.md", "README.md", true)]
    [InlineData("*.md", "docs/README.md", false)]
    [InlineData("**/*.md", "README.md", true)]
    [InlineData("**/test/**/x?.{js,ts}", "a/test/b/c/x1.ts", true)]
    [InlineData("**/test/**/x?.{js,ts}", "a/test/b/c/x12.ts", false)]
    [InlineData("a/*/c", "a/b/b/c", false)]
    [InlineData("a/**/c", "a/c", true)]
    [InlineData("**", "../etc/passwd", false)]
    [InlineData("**", "a/../../b", false)]
    [InlineData("**", "/etc/passwd", false)]
    [InlineData("**", "", false)]
    [InlineData("README.md", "./README.md", true)]
    [InlineData("README.md", "readme.md", false)]
    public void A_pattern_fits_what_it_says(string pattern, string path, bool fits) =>
        Assert.Equal(fits, PathGlob.Matches(pattern, path));

    [Theory]
    [InlineData("")]
    [InlineData("/abs")]
    [InlineData("a/../b")]
    [InlineData("{a,b")]
    public void A_pattern_that_leaves_or_is_unbalanced_is_named_and_fits_nothing(string pattern)
    {
        Assert.NotNull(PathGlob.Problem(pattern));
        Assert.False(PathGlob.Matches(pattern, "a"));
    }

    [Fact(Timeout = 30_000)]
    public Task A_hostile_pattern_takes_no_exponential_time() => Task.Run(
        () => Assert.False(PathGlob.Matches(
            string.Concat(Enumerable.Repeat("**/*a*", 40)), string.Join('/', Enumerable.Repeat(new string('a', 100), 100)) + "/b")),
        TestContext.Current.CancellationToken);
}
