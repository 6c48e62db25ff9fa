using Alai.Redaction;

namespace Alai.Tests.Redaction;

public sealed class SecretScanTests
{
    private static readonly string Random40 = string.Concat("k9Xw2Qp7", "Lm4Zt8Rv", "Bn3Hy6Jd", "Fs5Gc1Ua", "Te0Ow7Ix");
    private static readonly string GitHubToken = "gh" + "p_" + Random40[..36];

    [Fact]
    public void A_diff_names_file_line_and_kind_and_never_the_secret()
    {
        var diff = $"""
            diff --git a/src/app.js b/src/app.js
            --- a/src/app.js
            +++ b/src/app.js
            @@ -10,3 +10,4 @@ function x() {"{"}
             line ten
            -const old = '{GitHubToken}';
            +const a = 1;
            +const key = '{GitHubToken}';
             line thirteen
            diff --git a/.env b/.env
            new file mode 100644
            --- /dev/null
            +++ b/.env
            @@ -0,0 +1,2 @@
            +NAME=x
            +DB_PASSWORD={Random40[..20]}
            """;

        var hits = SecretScan.FindInDiff(diff);

        Assert.Equal(
            [$"src/app.js:12: GitHub token ghp_... (40 characters)", ".env:2: environment secret k9Xw... (20 characters)"],
            hits.Select(hit => hit.ToString()));
        Assert.DoesNotContain(hits, hit => hit.ToString().Contains(Random40[..8], StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_that_looks_like_a_diff_header_is_still_content()
    {
        var diff = $"+++ b/notes.md\n@@ -0,0 +1,3 @@\n+++ b/other.md\n+@@ -1 +1 @@\n+{GitHubToken}\n";

        Assert.Equal("notes.md:3", SecretScan.FindInDiff(diff).Select(hit => $"{hit.File}:{hit.Line}").Single());
    }

    [Theory]
    [InlineData("password = \"changeme-please-1\"")]
    [InlineData("\"token\": \"your-token-123456\"")]
    [InlineData("apiKey: \"${API_KEY_1234}\"")]
    [InlineData("secret = \"process.env.SECRET_1\"")]
    [InlineData("API_TOKEN=<insert-token-1>")]
    [InlineData("API_TOKEN=$(cat /run/token1)")]
    [InlineData("TOKEN=xxxxxxxxxxxx1")]
    [InlineData("token: \"csrfTokenHeader\"")]
    [InlineData("const token = \"refreshToken\";")]
    [InlineData("var password = GetPassword1(\"x\");")]
    [InlineData("\"integrity\": \"sha512-k9Xw2Qp7Lm4Zt8RvBn3Hy6JdFs5Gc1UaTe0Ow7Ix==\"")]
    [InlineData("commit 3f2a9c1be4d5f60718293a4b5c6d7e8f90a1b2c3")]
    [InlineData("\"contentHash\": \"a8sK3mZQ0p1x9v7uTn5y\"")]
    [InlineData("secret: \"0f8fad5b-d9cb-469f-a165-70867728950e\"")]
    [InlineData("postgres://user:${PASSWORD}@localhost/db")]
    [InlineData("https://user:password@example.org")]
    public void Placeholders_references_and_hashes_are_no_hits(string line) => Assert.Empty(SecretScan.Find(line, "src/x.ts"));

    [Fact]
    public void Guesses_are_not_made_in_lock_files_but_known_shapes_still_count()
    {
        Assert.Empty(SecretScan.Find($"\"token\": \"{Random40}\"", "web/package-lock.json"));
        Assert.Single(SecretScan.Find($"\"token\": \"{Random40}\"", "web/package.json"));
        Assert.Single(SecretScan.Find(GitHubToken, "yarn.lock"));
    }

    [Fact]
    public void This_repository_is_clean()
    {
        var root = Repository.Root;
        var hits = Directory.EnumerateFiles(Path.Combine(root, "src"), "*.*", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(root, "tests"), "*.cs", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".cs" or ".yaml" or ".md" or ".json" or ".sh")
            .Where(file => !file.EndsWith("SecretScanTests.cs", StringComparison.Ordinal))
            .SelectMany(file => SecretScan.Find(File.ReadAllText(file), Path.GetRelativePath(root, file)).Where(hit => !IsTestValue(hit)))
            .ToList();

        Assert.Empty(hits);
    }

    // Tests of other rooms may use short passwords; keys and tokens of real shapes they may not.
    private static bool IsTestValue(SecretHit hit) =>
        hit.File.StartsWith("tests", StringComparison.Ordinal)
        && hit.Kind is "password in a URL" or "connection string" or "assigned secret" or "environment secret" or "API key header" or "authorization";
}
