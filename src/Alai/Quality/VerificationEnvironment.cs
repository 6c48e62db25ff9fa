namespace Alai.Quality;

/// <summary>Variables for commands nobody watches and nobody answers.</summary>
internal static class VerificationEnvironment
{
    private static readonly (string Name, string Value)[] Fixed =
    [
        ("CI", "1"), ("TERM", "dumb"), ("PAGER", "cat"), ("NO_COLOR", "1"), ("GIT_TERMINAL_PROMPT", "0"), ("DEBIAN_FRONTEND", "noninteractive"),
        ("NuGetAudit", "false"), ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"), ("DOTNET_NOLOGO", "1"), ("MSBUILDDISABLENODEREUSE", "1"), ("npm_config_audit", "false"),
        ("npm_config_fund", "false"), ("npm_config_update_notifier", "false"), ("PIP_DISABLE_PIP_VERSION_CHECK", "1"), ("PYTHONDONTWRITEBYTECODE", "1"),
    ];

    /// <summary>The fixed ones, overridden by the given ones.</summary>
    public static IReadOnlyDictionary<string, string> With(IReadOnlyDictionary<string, string>? more)
    {
        var all = Fixed.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
        foreach (var (name, value) in more ?? new Dictionary<string, string>(StringComparer.Ordinal))
            all[name] = value;
        return all;
    }
}
