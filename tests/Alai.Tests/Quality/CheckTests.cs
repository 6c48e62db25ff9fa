using Alai.Quality;
using Alai.Quality.Checks;
using Alai.Tasks;
using QualityChange = Alai.Quality.Change;

namespace Alai.Tests.Quality;

public sealed class CheckTests
{
    private static readonly QualityChange Nothing = new([]);

    [Fact]
    public void No_change_where_one_is_needed_is_no_change() =>
        Assert.Equal(RunOutcome.NoChange, new ArtefactCheck().Look(Some.Input(Nothing)).Failure);

    [Theory]
    [InlineData("", RunOutcome.NoChange)]
    [InlineData("  \n", RunOutcome.NoChange)]
    [InlineData("42", null)]
    public void A_question_needs_an_answer_and_no_change(string answer, RunOutcome? outcome) =>
        Assert.Equal(outcome, new ArtefactCheck().Look(Some.Input(Nothing, TaskKind.Question) with { Answer = answer }).Failure);

    [Theory]
    [InlineData("a.cs", "    // ... rest of the code unchanged")]
    [InlineData("a.py", "# rest of the function remains the same")]
    [InlineData("a.js", "  // ...")]
    [InlineData("a.js", "  ...")]
    [InlineData("a.ts", "/* existing code here */")]
    [InlineData("a.html", "<!-- ... existing content ... -->")]
    [InlineData("a.cs", "        throw new NotImplementedException();")]
    [InlineData("a.py", "    pass  # TODO")]
    [InlineData("a.py", "    raise NotImplementedError")]
    [InlineData("a.rs", "    todo!()")]
    [InlineData("a.go", "\tpanic(\"not implemented\")")]
    [InlineData("a.js", "  // TODO: implement validation")]
    [InlineData("a.js", "  // your code here")]
    [InlineData("a.md", "Lorem ipsum dolor sit amet")]
    [InlineData("a.js", "throw new Error('Not implemented');")]
    public void Placeholders_and_elisions_fail(string path, string line) =>
        Assert.Equal(RunOutcome.VerifyFailed, new PlaceholderCheck().Look(Some.Input(Some.Of(path, "fine\n" + line))).Failure);

    [Theory]
    [InlineData("a.py", "class P(Protocol):\n    def f(self): ...\n    ...")]
    [InlineData("a.py", "    @abstractmethod\n    def f(self):\n        raise NotImplementedError")]
    [InlineData("a.js", "  const all = [...first, ...rest];")]
    [InlineData("a.js", "function sum(...numbers) {")]
    [InlineData("a.md", "Wait for it ... and then\n...\nTODO list of the app")]
    [InlineData("a.cs", "var todo = new TodoItem(\"implement\");")]
    [InlineData("a.cs", "// The rest of the world uses commas.")]
    [InlineData("a.go", "args = append(args, more...)")]
    [InlineData("a.cs", "int[] tail = all[1..];")]
    public void Honest_code_is_not_taken_for_a_placeholder(string path, string text) =>
        Assert.Null(new PlaceholderCheck().Look(Some.Input(Some.Of(path, text))).Failure);

    [Fact]
    public void Placeholders_that_were_there_before_do_not_count() =>
        Assert.Null(new PlaceholderCheck().Look(Some.Input(Some.Of("a.cs", "x", "// TODO implement"))).Failure);

    [Fact]
    public void A_file_cut_in_half_fails_unless_the_task_asks_for_it()
    {
        var change = Some.Of("a.cs", "one", string.Join('\n', Enumerable.Repeat("line", 60)));
        var sizes = new Dictionary<string, int>(StringComparer.Ordinal) { ["a.cs"] = 100 };
        Assert.Equal(RunOutcome.VerifyFailed, new ContentCheck().Look(Some.Input(change) with { LinesBefore = sizes }).Failure);
        Assert.Null(new ContentCheck().Look(Some.Input(change, title: "Remove the old parser") with { LinesBefore = sizes }).Failure);
    }

    [Theory]
    [InlineData("src/new.py", true)]
    [InlineData("src/__init__.py", false)]
    public void An_empty_new_file_fails_where_emptiness_says_nothing(string path, bool fails) =>
        Assert.Equal(fails, new ContentCheck().Look(Some.Input(Some.Of(path, "", kind: FileChange.Added))).Failure is not null);

    [Theory]
    [InlineData("docs/a.md", "docs/**", "", true)]
    [InlineData("docs/deep/a.md", "docs", "", true)]
    [InlineData("src/a.cs", "docs/**", "", false)]
    [InlineData("README.md", "*.md", "", true)]
    [InlineData("src/secret/a.cs", "src/**", "src/secret/**", false)]
    [InlineData("../outside", "", "", false)]
    [InlineData("a/.git/hooks/post-commit", "", "", false)]
    public void Paths_are_held_to_their_globs(string path, string allowed, string forbidden, bool passes)
    {
        var input = Some.Input(Some.Of(path, "x")) with { Paths = new PathLimits { Allowed = allowed.Length > 0 ? [[allowed]] : [], Forbidden = forbidden.Length > 0 ? [forbidden] : [] } };
        Assert.Equal(passes, new PathCheck().Look(input).Failure is null);
    }

    [Fact]
    public void Limits_count_from_the_products_folder_and_the_companys_own_count_too()
    {
        var limits = new PathLimits { Root = "services/api", Allowed = [["src/{a,b}/**"], ["**/*.cs"]], Forbidden = ["src/A/secret/"] };
        Assert.Null(limits.RefusalFromTop("services/api/src/a/x.cs"));
        Assert.Contains("src/{a,b}/**", limits.RefusalFromTop("services/api/lib/x.cs"), StringComparison.Ordinal);
        Assert.Contains("**/*.cs", limits.RefusalFromTop("services/api/src/a/x.py"), StringComparison.Ordinal);
        Assert.Contains("forbidden", limits.RefusalFromTop("services/api/src/a/secret/x.cs"), StringComparison.Ordinal);
        Assert.Contains("outside of the product's folder services/api", limits.RefusalFromTop("services/web/src/a/x.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_the_product_calls_a_test_is_guarded_like_one()
    {
        var plan = new VerificationPlan { Root = "api", TestPaths = ["checks/**"] };
        var deleted = new QualityChange([new ChangedFile("api/checks/menu.sh", FileChange.Deleted, [], [])]);
        Assert.Contains("api/checks/menu.sh was removed", Assert.Single(WeakeningCheck.Find(deleted, plan)), StringComparison.Ordinal);
        Assert.True(BaseTests.Proves(deleted.Files[0], plan));
        Assert.False(BaseTests.Proves(deleted.Files[0], plan with { TestPaths = [] }));
        Assert.Empty(WeakeningCheck.Find(deleted, null));
    }

    [Theory]
    [InlineData("dir/link", "../inside.txt", true)]
    [InlineData("dir/link", "../../outside", false)]
    [InlineData("link", "/etc/passwd", false)]
    public void A_link_out_of_the_repository_fails(string path, string target, bool passes)
    {
        var file = new ChangedFile(path, FileChange.Added, [new DiffLine(1, target)], []) { Mode = "120000" };
        Assert.Equal(passes, new PathCheck().Look(Some.Input(new QualityChange([file]))).Failure is null);
    }

    [Theory]
    [InlineData(".github/workflows/ci.yml")]
    [InlineData("package.json")]
    [InlineData("web/package-lock.json")]
    [InlineData("src/App/App.csproj")]
    [InlineData("Makefile")]
    [InlineData("test")]
    [InlineData("tests/conftest.py")]
    [InlineData("Dockerfile")]
    [InlineData("deploy.sh")]
    [InlineData("sub/CLAUDE.md")]
    [InlineData(".mcp.json")]
    [InlineData("scripts/prove")]
    public void Protected_files_wait_for_a_person(string path)
    {
        var plan = new VerificationPlan { Commands = [new VerifyCommand("sh ./scripts/prove --all")] };
        var finding = new ProtectedFilesCheck().Look(Some.Input(Some.Of(path, "x")) with { Verification = plan });
        Assert.True(finding is { NeedsApproval: true, Failure: null }, path);
    }

    [Theory]
    [InlineData("src/a.cs")]
    [InlineData("tests/menu_test.py")]
    [InlineData("docs/deployment.md")]
    public void Ordinary_files_do_not(string path) =>
        Assert.False(new ProtectedFilesCheck().Look(Some.Input(Some.Of(path, "x"))).NeedsApproval);

    [Fact]
    public void A_secret_in_the_added_lines_fails_and_is_not_repeated()
    {
        const string secret = "ghp_" + "9aZ8bY7cX6dW5eV4fU3gT2hS1iR0jQkPlOmN";
        var finding = new SecretsCheck().Look(Some.Input(Some.Of("a.py", $"ok = 1\ntoken = \"{secret}\"")));
        Assert.Equal(RunOutcome.VerifyFailed, finding.Failure);
        Assert.Contains("a.py:2", finding.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_huge_change_goes_to_a_person() =>
        Assert.True(new SizeCheck().Look(Some.Input(Some.Of("a.cs", string.Join('\n', Enumerable.Repeat("x", 1501))))).NeedsApproval);

    [Theory]
    [InlineData("tests/a.test.js", "it.skip('adds', () => {", "it('adds', () => {")]
    [InlineData("tests/test_a.py", "@pytest.mark.skip\ndef test_a():", "def test_a():")]
    [InlineData("tests/test_a.py", "    assert True", "    assert add(1, 2) == 3")]
    [InlineData("tests/test_a.py", "    x = 1", "    assert add(1, 2) == 3")]
    [InlineData("tests/ATests.cs", "[Fact(Skip = \"later\")]", "[Fact]")]
    [InlineData("a_test.go", "\tt.Skip(\"flaky\")", "")]
    [InlineData("tests/a.test.js", "expect(sum).toBeDefined();", "expect(sum(1, 2)).toBe(3);")]
    [InlineData("tests/a.test.js", "test('slow', f, { timeout: 50 });\n", "test('slow', f, { timeout: 5000 });")]
    [InlineData("package.json", "\"test\": \"exit 0\"", "\"test\": \"jest\"")]
    [InlineData("package.json", "\"test\": \"jest --passWithNoTests\"", "\"test\": \"jest\"")]
    [InlineData("test.sh", "python -m unittest || true", "python -m unittest")]
    [InlineData("src/main.js", "process.exit(0);", "")]
    [InlineData("tests/lib.rs", "#[ignore]", "")]
    public void Weakened_tests_wait_for_a_person(string path, string added, string removed) =>
        Assert.True(new WeakeningCheck().Look(Some.Input(Some.Of(path, added, removed))).NeedsApproval);

    [Fact]
    public void A_removed_test_file_waits_for_a_person() =>
        Assert.True(new WeakeningCheck().Look(Some.Input(Some.Of("tests/test_a.py", "", "x", FileChange.Deleted))).NeedsApproval);

    [Theory]
    [InlineData("tests/test_a.py", "    assert add(1, 2) == 3\n    assert add(2, 2) == 4", "    assert add(1, 2) == 3")]
    [InlineData("tests/a.test.js", "test('slow', f, { timeout: 9000 });", "test('slow', f, { timeout: 5000 });")]
    [InlineData("src/a.py", "def skip(rows): return rows[1:]", "")]
    [InlineData("package.json", "\"test\": \"node --test\"", "\"test\": \"jest\"")]
    public void Honest_tests_do_not(string path, string added, string removed)
    {
        var finding = new WeakeningCheck().Look(Some.Input(Some.Of(path, added, removed)));
        Assert.False(finding.NeedsApproval, finding.Reason);
    }

    [Theory]
    [InlineData(1, "sh: 1: jest: not found", true)]
    [InlineData(127, "", true)]
    [InlineData(1, "Error: Cannot find module 'express'", true)]
    [InlineData(1, "Error: Cannot find module './menu'", false)]
    [InlineData(1, "ModuleNotFoundError: No module named 'requests'", true)]
    [InlineData(1, "a.csproj : error NU1101: Unable to find package Foo", true)]
    [InlineData(1, "main.go:3:8: no required module provides package github.com/x/y; to add it:", true)]
    [InlineData(1, "npm error getaddrinfo EAI_AGAIN registry.example", true)]
    [InlineData(1, "AssertionError: 1 != 2", false)]
    [InlineData(1, "expected 'page not found' to equal 'ok'", false)]
    public void A_missing_dependency_is_told_apart_from_a_failing_test(int exit, string output, bool missing) =>
        Assert.Equal(missing, DependencyTrouble.Find(exit, output) is not null);
}
