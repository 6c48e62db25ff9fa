namespace Alai.Sandbox;

/// <summary>The variables a sandboxed command starts with: an allow-list, nothing is inherited.</summary>
internal static class SandboxEnvironment
{
    internal static SortedDictionary<string, string> Of(SandboxSpec spec, SandboxMachine machine, string home, string temporary)
    {
        var variables = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["PATH"] = ToolchainRoots.SearchPath(machine),
            ["HOME"] = home,
            ["TMPDIR"] = temporary,
            ["USER"] = "alai",
            ["LOGNAME"] = "alai",
            ["LANG"] = "C.UTF-8",
            ["TERM"] = "dumb",
            ["TZ"] = "UTC",
            ["CI"] = "true",
            ["NO_COLOR"] = "1",
            ["GIT_TERMINAL_PROMPT"] = "0",
            ["GIT_OPTIONAL_LOCKS"] = "0",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
            ["MSBUILDDISABLENODEREUSE"] = "1",
            ["UseSharedCompilation"] = "false",
            ["PYTHONDONTWRITEBYTECODE"] = "1",
        };
        foreach (var (name, value) in ToolchainRoots.Variables(machine.UserHome).Concat(spec.Environment))
            variables[name] = value;
        return variables;
    }
}
