using System.Globalization;
using Alai.Processes;
using Alai.Redaction;
using Alai.Sandbox;
using Alai.Tasks;

namespace Alai.Quality;

/// <summary>The deterministic half of the SECURITY stage: the built-in scan and every scanner that is installed.</summary>
public sealed class SecurityScan(ISandbox sandbox, Redactor redactor, string scratch)
{
    // The shell's own code for "no such command" tells a scanner that is not installed from one that fails.
    private const int NotInstalled = 127;
    private const int LongestReport = 4 * 1024 * 1024;
    private static readonly TimeSpan ScannerLimit = TimeSpan.FromMinutes(3);

    /// <summary>The scanners to try; <see cref="Scanner.Known"/> unless told otherwise.</summary>
    public IReadOnlyList<Scanner> Scanners { get; init; } = Scanner.Known;

    /// <summary>Looks at a change. Scanner findings count only in files the change touches.</summary>
    /// <param name="change">What the run changed.</param>
    /// <param name="commit">The commit that holds the result.</param>
    /// <param name="export">Writes its files.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<SecurityFindings> LookAsync(Change change, string commit, TreeExport export, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>(DangerScan.Find(change));
        var checks = new List<CheckResult> { BuiltIn(findings.Count) };
        Directory.CreateDirectory(scratch);
        using var folder = new ScratchFolder(scratch);
        await export(commit, folder.FullName, cancellationToken);
        foreach (var scanner in Scanners)
        {
            var run = await sandbox.RunAsync(Spec(scanner, folder.FullName), cancellationToken);
            if (run is { End: ChildProcessEnd.Exited, ExitCode: NotInstalled })
                continue;
            var found = run.Succeeded ? SarifFindings.Read(run.StandardOutput) : null;
            checks.Add(Check(scanner, run, found));
            findings.AddRange((found ?? []).Select(Relative).Where(finding => change.Files.Any(file => file.Path == finding.File)));
        }

        return new SecurityFindings([.. findings.Select(Redacted).Distinct().OrderBy(finding => Rank(finding.Severity))], checks);
    }

    private static CheckResult BuiltIn(int count) => new()
    {
        Check = "danger_scan",
        Passed = count == 0,
        Seen = string.Create(CultureInfo.InvariantCulture, $"{count} dangerous patterns in the added lines"),
    };

    private static SandboxSpec Spec(Scanner scanner, string folder) => new()
    {
        Command = ["/bin/sh", "-c", "command -v \"$0\" >/dev/null 2>&1 || exit 127; exec \"$0\" \"$@\"", scanner.Name, .. scanner.Arguments],
        Workspace = folder,
        IsWorkspaceReadOnly = true,
        Network = SandboxNetwork.None,
        Environment = VerificationEnvironment.With(null),
        Timeout = ScannerLimit,
        OutputLimit = LongestReport,
    };

    private CheckResult Check(Scanner scanner, ChildProcessResult run, IReadOnlyList<Finding>? found) => new()
    {
        Check = "scanner_" + scanner.Name,
        Passed = found is { Count: 0 },
        Seen = found is null ? "the scanner ran but wrote no readable SARIF; it counts as not run" : string.Create(CultureInfo.InvariantCulture, $"{found.Count} findings in the whole tree"),
        Command = string.Join(' ', [scanner.Name, .. scanner.Arguments]),
        ExitCode = run.ExitCode,
        OutputTail = found is null ? redactor.Redact(run.Output.Length > 2000 ? run.Output[^2000..] : run.Output) : "",
        Milliseconds = run.Milliseconds,
    };

    private Finding Redacted(Finding finding) => finding with { Text = redactor.Redact(finding.Text) };

    private static Finding Relative(Finding finding) => finding with
    {
        File = finding.File.StartsWith("./", StringComparison.Ordinal) ? finding.File[2..] : finding.File,
    };

    private static int Rank(string severity) => severity switch { "high" => 0, "medium" => 1, _ => 2 };
}
