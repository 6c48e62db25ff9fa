using System.Globalization;
using System.Text.RegularExpressions;

namespace Alai.Quality;

/// <summary>The signs that a file of tests, or the way tests are run, was made easier.</summary>
internal static partial class Weakening
{
    private static readonly LineRule Assertion = new(
        @"\b(assert\w*|expect\w*|require\.\w+|should\w*|Assert\.\w+|XCTAssert\w*|t\.(Error|Fatal|Fail)\w*|verify\()|\bassert(_eq|_ne)?!|^\s*(\[\[? |test )", "an assertion");

    private static readonly LineRule EmptyAssertion = new(
        @"\bassert\s*\(?\s*(True|1|true)\b|\bAssert\.True\(\s*true|assertTrue\(\s*(True|true)\s*\)|expect\(\s*(true|1)\s*\)\.to|assert!\(\s*true\s*\)|assert\.ok\(\s*true\s*\)|"
        + @"\.(toBeDefined|toBeTruthy)\(\)|Assert\.NotNull\(|assertIsNotNone\(|assert\s+[\w.]+\s+is\s+not\s+None\s*$|assert\.ok\([\w.]+\)|Assert\.IsNotNull\(", "a weaker assertion");

    private static readonly LineRule StrongAssertion = new(
        @"\.(toBe|toEqual|toStrictEqual|toMatch\w*|toContain\w*|toThrow\w*|toHave\w+)\(|assert(Equal|Equals|In|Raises|Is|Greater|Less|DictEqual|ListEqual)\w*\(|assert\s.*(==|!=|<|>|\bin\b)|"
        + @"Assert\.(Equal|Contains|Throws|Same|Collection|Single|Matches)|assert_eq!|assert\.(strictE|e|deepE|deepStrictE)qual\(|assert\.(throws|match|rejects)\(|\b(is|are)EqualTo\(", "a strong assertion", ignoreCase: false);

    private static readonly LineRule Skip = new(
        @"@(pytest\.mark\.)?(skip|skipif|xfail)\b|@unittest\.(skip|expectedFailure)|pytest\.(skip|importorskip)\(|self\.skipTest\(|\b(it|test|describe|context|suite)\.(skip|todo|fails|failing)\b|\bx(it|describe|test|specify)\(|"
        + @"\bskip\s*:\s*(true|['""])|\[Ignore\b|\[Skip\b|\bSkip\s*=\s*""|\[(Fact|Theory)\(.*Skip|Assert\.(Skip|Ignore|Inconclusive)|\bt\.Skip(f|Now)?\(|testing\.Short\(\)|^\s*#\[ignore|@(Disabled|Ignore)\b|\bmarkTestSkipped\(|^\s*skip\b|\.only\(", "a skip marker");

    private static readonly LineRule Toothless = new(
        @"\|\|\s*(true|:|exit\s+0|echo)|^\s*exit\s+0\b|[;&""']\s*exit\s+0\b|--passWithNoTests|--pass-with-no-tests|continue-on-error:\s*true|^\s*set\s+\+e\b|allow_failure:\s*true|--deselect|--ignore(-glob)?[= ]|testPathIgnorePatterns|modulePathIgnorePatterns|"
        + @"\b-k\s+['""]?not\b|collect_ignore|pytest_collection_modifyitems|--exclude-(dir|task)|<IsTestProject>false|--filter\s+[^ ]*!|--no-run|process\.exit\(0\)|os\._exit\(0\)|sys\.exit\(0\)|echo\s+['""]?(ok|all tests pass|passed|success)", "a test run that cannot fail");

    private static readonly LineRule ExitInCode = new(@"\bprocess\.exit\(0\)|\bos\._exit\(0\)|process\.reallyExit\(0\)|process\.exitCode\s*=\s*0", "ends the test process as a success", ignoreCase: false);

    /// <summary>The signs in one file.</summary>
    public static IEnumerable<string> Of(ChangedFile file, FileRole role)
    {
        if (role is FileRole.Test && file.Change == FileChange.Deleted)
            return [$"{file.Path} was removed"];
        if (role is FileRole.TestDefinition && file.Change == FileChange.Deleted)
            return [$"{file.Path} (how tests run) was removed"];
        return role switch
        {
            FileRole.Test => InTest(file),
            FileRole.TestDefinition or FileRole.Delivery or FileRole.Manifest => Hits(file, Toothless).Concat(TimeOuts(file)),
            FileRole.Source => Hits(file, ExitInCode).Concat(IsScript(file) ? Hits(file, Toothless) : []),
            _ => [],
        };
    }

    private static IEnumerable<string> InTest(ChangedFile file)
    {
        foreach (var sign in Hits(file, Skip).Concat(Hits(file, Toothless)))
            yield return sign;
        if (file.Change != FileChange.Modified)
            yield break;
        var gone = file.Removed.Count(line => Assertion.Hits(line.Text));
        var come = file.Added.Count(line => Assertion.Hits(line.Text));
        if (come < gone)
            yield return $"{file.Path} lost {gone - come} assertions";
        if (file.Removed.Any(line => StrongAssertion.Hits(line.Text)))
        {
            foreach (var sign in Hits(file, EmptyAssertion))
                yield return sign;
        }

        foreach (var sign in TimeOuts(file))
            yield return sign;
    }

    private static IEnumerable<string> Hits(ChangedFile file, LineRule rule) =>
        file.Added.Where(line => rule.Hits(line.Text)).Select(line => $"{file.Path}:{line.Number} {rule.Meaning}");

    private static bool IsScript(ChangedFile file) =>
        file.Mode == "100755" || file.Path.EndsWith(".sh", StringComparison.Ordinal) || file.Added.Any(line => line is { Number: 1 } && line.Text.StartsWith("#!", StringComparison.Ordinal));

    // Lines are paired in order: a time-out that became shorter hides slowness, or cuts the test off before it can fail.
    private static IEnumerable<string> TimeOuts(ChangedFile file)
    {
        var before = file.Removed.SelectMany(line => Limits(line.Text)).ToList();
        var after = file.Added.Select(line => (line, limits: Limits(line.Text).ToList())).Where(pair => pair.limits.Count > 0).ToList();
        for (var i = 0; i < Math.Min(before.Count, after.Count); i++)
        {
            if (after[i].limits[0] < before[i])
                yield return string.Create(CultureInfo.InvariantCulture, $"{file.Path}:{after[i].line.Number} a time-out went from {before[i]} to {after[i].limits[0]}");
        }
    }

    private static IEnumerable<decimal> Limits(string line) =>
        TimeOut.Matches(line).Select(match => decimal.Parse(match.Groups["limit"].Value.Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));

    [GeneratedRegex(@"time-?_?out\w*\W{1,4}(\w+\()?(?<limit>\d[\d_]{0,9}(\.\d{1,4})?)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex TimeOut { get; }
}
