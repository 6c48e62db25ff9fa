using System.Text.RegularExpressions;

namespace Alai.Products.Ecosystems;

internal sealed partial class PythonEcosystem : IEcosystem
{
    private static readonly string[] Marks =
        ["pyproject.toml", "setup.py", "setup.cfg", "Pipfile", "tox.ini", "pytest.ini", "conftest.py"];

    private static readonly string[] TestFiles = ["test*.py", "*_test.py", "{tests,test}/**/*test*.py"];

    public string Name => "python";

    public IReadOnlyList<string> TestPaths { get; } =
        ["**/test_*.py", "**/*_test.py", "**/tests/**", "**/test/**", "test.py", "tests.py", "**/testdata/**"];

    public IReadOnlyList<string> ProtectedPaths { get; } =
    [
        "**/conftest.py", "pytest.ini", ".pytest.ini", "tox.ini", "setup.cfg", "setup.py", "noxfile.py", ".coveragerc",
        "**/pyproject.toml", "**/sitecustomize.py", "**/usercustomize.py",
    ];

    public IReadOnlyList<string> ManifestPaths { get; } =
    [
        "**/requirements*.txt", "**/constraints*.txt", "**/pyproject.toml", "setup.py", "setup.cfg", "uv.lock", "poetry.lock",
        "Pipfile", "Pipfile.lock",
    ];

    public EcosystemFinding? Look(ProductFolder folder)
    {
        var requirements = folder.Find("requirements*.txt", "requirements/*.txt").ToArray();
        var tests = folder.Find(TestFiles).ToArray();
        if (!Marks.Any(folder.Has) && requirements.Length == 0 && (tests.Length == 0 || !folder.Find("*.py", "*/__init__.py", "src/*/__init__.py").Any()))
            return null;
        var usesPytest = folder.Has("pytest.ini") || folder.Find("**/conftest.py").Any()
            || requirements.Concat(["pyproject.toml", "setup.cfg", "tox.ini", "Pipfile"]).Any(file => PytestWord().IsMatch(folder.Read(file)));
        var setup = Setup(folder, requirements, usesPytest, out var why);
        var python = setup switch
        {
            ["uv sync --frozen", ..] => "uv run --no-sync python",
            ["poetry install", ..] => "poetry run python",
            [] => "python3",
            _ => ".venv/bin/python",
        };
        return new EcosystemFinding(Name)
        {
            Setup = setup,
            Test = tests.Length == 0 ? [] : usesPytest ? [$"{python} -m pytest -q"] : Unittest(folder, tests, python),
            Keys = [.. ManifestPaths.Where(pattern => folder.Find(pattern).Any())],
            Words =
            [
                $"Python: {why}.",
                tests.Length == 0 ? "Python: no test files (test_*.py, *_test.py, tests/)."
                    : $"Python: {tests.Length} test file(s) such as {tests[0]}, run by {(usesPytest ? "pytest" : "unittest; nothing mentions pytest")}.",
            ],
        };
    }

    private static string[] Setup(ProductFolder folder, string[] requirements, bool usesPytest, out string why)
    {
        if (folder.Has("uv.lock"))
            return Because("uv by uv.lock", out why, "uv sync --frozen");
        if (folder.Has("poetry.lock"))
            return Because("poetry by poetry.lock", out why, "poetry install");
        const string Pip = ".venv/bin/python -m pip install";
        var install = requirements.Select(file => $"{Pip} -r {ShellWord.Quote(file)}").ToList();
        if (folder.Has("setup.py") || folder.Read("pyproject.toml").Contains("[project]", StringComparison.Ordinal))
            install.Add($"{Pip} -e .{Extra(folder)}");
        if (usesPytest && !requirements.Any(file => PytestWord().IsMatch(folder.Read(file))))
            install.Add($"{Pip} pytest");
        return install.Count == 0
            ? Because("no packages named, so nothing is restored", out why)
            : Because("packages restored with pip into .venv", out why, ["python3 -m venv .venv", .. install]);
    }

    /// <summary>The optional group that holds the test tools, when the project names one.</summary>
    private static string Extra(ProductFolder folder)
    {
        var text = folder.Read("pyproject.toml");
        var at = text.IndexOf("[project.optional-dependencies]", StringComparison.Ordinal);
        var group = at < 0 ? null : TestGroup().Match(text, at) is { Success: true } match ? match.Groups["group"].Value : null;
        return group is null ? "" : $"'[{group}]'";
    }

    private static string[] Unittest(ProductFolder folder, string[] tests, string python)
    {
        var commands = new List<string>();
        if (tests.Any(test => !test.Contains('/', StringComparison.Ordinal) && test.StartsWith("test", StringComparison.Ordinal)))
            commands.Add($"{python} -m unittest discover");
        foreach (var place in tests.Where(test => test.Contains('/', StringComparison.Ordinal)).Select(test => test.Split('/')[0]).Distinct())
        {
            // Discovery from the top finds a tests folder only when it is a package; starting inside it always works.
            commands.Add(folder.Has($"{place}/__init__.py")
                ? $"{python} -m unittest discover -s {place} -t ."
                : $"{python} -m unittest discover -s {place}");
        }

        return commands.Count > 0 ? [.. commands.Distinct()] : [$"{python} -m unittest discover -p '*_test.py'"];
    }

    private static string[] Because(string reason, out string why, params string[] commands)
    {
        why = reason;
        return commands;
    }

    [GeneratedRegex(@"\bpytest\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PytestWord();

    [GeneratedRegex(@"^\s*(?<group>tests?|testing|dev)\s*=", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TestGroup();
}
