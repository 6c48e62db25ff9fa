namespace Alai.Quality;

/// <summary>A scanner that writes SARIF to its standard output and needs no network.</summary>
/// <param name="Name">The program, looked up in the sandbox's PATH.</param>
/// <param name="Arguments">Its arguments; it runs at the top of the checkout.</param>
public sealed record Scanner(string Name, IReadOnlyList<string> Arguments)
{
    /// <summary>Those the factory knows; whichever is installed runs.</summary>
    public static IReadOnlyList<Scanner> Known { get; } =
    [
        new("gitleaks", ["dir", ".", "--no-banner", "--exit-code", "0", "--report-format", "sarif", "--report-path", "/dev/stdout", "--log-level", "error"]),
        new("bandit", ["-r", ".", "-f", "sarif", "-q", "--exit-zero"]),
        new("gosec", ["-fmt", "sarif", "-quiet", "-no-fail", "./..."]),
        new("brakeman", ["-f", "sarif", "-q", "--no-exit-on-warn"]),
        new("shellcheck-sarif", []),
        new("trivy", ["fs", "--offline-scan", "--skip-db-update", "--skip-java-db-update", "--scanners", "secret,misconfig", "--format", "sarif", "--quiet", "."]),
    ];
}
