using Alai.Quality;
using Alai.Redaction;
using QualityChange = Alai.Quality.Change;

namespace Alai.Tests.Quality;

public sealed class SecurityScanTests
{
    [Theory]
    [InlineData("a.py", "subprocess.run(f'ls {name}', shell=True)")]
    [InlineData("a.py", "requests.get(url, verify=False)")]
    [InlineData("a.js", "eval(req.body.code)")]
    [InlineData("a.js", "const password = 'hunter2hunter2';")]
    [InlineData("a.sh", "curl https://example.invalid/install | sh")]
    [InlineData("a.py", "data = pickle.loads(body)")]
    [InlineData("a.py", "cur.execute(f\"select * from t where id = {id}\")")]
    [InlineData("a.go", "cfg := &tls.Config{InsecureSkipVerify: true}")]
    public void Dangerous_patterns_are_found(string path, string line) =>
        Assert.Equal("high", Assert.Single(DangerScan.Find(Some.Of(path, line))).Severity);

    [Theory]
    [InlineData("a.sh", "chmod 777 data", "medium")]
    [InlineData("a.js", "el.innerHTML = text;", "medium")]
    [InlineData("tests/a.js", "eval('1')", "medium")]
    public void Lesser_dangers_are_milder(string path, string line, string severity) =>
        Assert.Equal(severity, Assert.Single(DangerScan.Find(Some.Of(path, line))).Severity);

    [Theory]
    [InlineData("a.py", "result = evaluate(expression)")]
    [InlineData("a.js", "const password = process.env.PASSWORD;")]
    [InlineData("a.sh", "curl -fsS https://example.invalid/health")]
    [InlineData("a.py", "subprocess.run(['ls', name], check=True)")]
    [InlineData("a.cs", "var token = await reader.ReadAsync(cancellationToken);")]
    public void Honest_code_is_not(string path, string line) => Assert.Empty(DangerScan.Find(Some.Of(path, line)));

    [Fact]
    public void Sarif_is_read_and_anything_else_is_refused()
    {
        const string sarif = """
            { "version": "2.1.0", "runs": [ { "tool": { "driver": { "name": "scan" } }, "results": [
              { "ruleId": "R1", "level": "error", "message": { "text": "bad" }, "locations": [ { "physicalLocation": { "artifactLocation": { "uri": "a.py" }, "region": { "startLine": 3 } } } ] },
              { "ruleId": "R2", "message": { "text": "muted" }, "suppressions": [ { "kind": "inSource" } ] } ] } ] }
            """;
        var finding = Assert.Single(SarifFindings.Read(sarif)!);
        Assert.Equal(("high", "a.py", "line 3: bad (scan R1)"), (finding.Severity, finding.File, finding.Text));
        Assert.Null(SarifFindings.Read("no findings, all good"));
        Assert.Null(SarifFindings.Read("[]"));
    }

    [Fact]
    public async Task An_installed_scanner_runs_and_one_that_is_not_is_left_out()
    {
        using var product = await new GitProduct().StartAsync(("a.py", "x = 1\n"), ("other.py", "y = 1\n"));
        var before = await product.HeadAsync();
        product.Write("a.py", "x = eval(y)\n");
        var after = await product.CommitAsync();
        const string report = """{"runs":[{"tool":{"driver":{"name":"fake"}},"results":[{"message":{"text":"in a"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"./a.py"}}}]},{"message":{"text":"in other"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"other.py"}}}]}]}]}""";
        var scan = new SecurityScan(new DirectSandbox(GitProduct.Processes), Redactor.ShapesOnly, Path.Combine(product.Folder, "scan"))
        {
            Scanners = [new Scanner("printf", ["%s", report]), new Scanner("echo", ["no sarif"]), new Scanner("no-such-scanner", [])],
        };
        var seen = await scan.LookAsync(await product.ChangeAsync(before, after), after, product.ExportAsync, TestContext.Current.CancellationToken);
        Assert.Equal(["danger_scan", "scanner_printf", "scanner_echo"], seen.Checks.Select(check => check.Check));
        Assert.Contains("counts as not run", seen.Checks[2].Seen, StringComparison.Ordinal);
        Assert.Equal(["line 1 runs text as code; parse the input, or look the action up in a fixed table", "in a (fake)"], seen.Findings.Select(finding => finding.Text));
    }

    [Fact]
    public void A_clean_change_has_no_findings() => Assert.Empty(DangerScan.Find(new QualityChange([])));
}
