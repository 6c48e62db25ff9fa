namespace Alai.Sandbox;

/// <summary>
/// What of the machine a sandbox may read: an allow-list. Below the person's home only folders of compilers and
/// interpreters are on it; beside many of them lie credentials (<c>~/.cargo/credentials.toml</c>,
/// <c>~/.dotnet/corefx</c>, <c>~/.gradle/gradle.properties</c>), so their parents are not.
/// </summary>
internal static class ToolchainRoots
{
    /// <summary>System folders; where one is a link (<c>/bin</c>), the link is shown as it is.</summary>
    internal static readonly string[] System = ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/opt", "/nix/store", "/snap"];

    /// <summary>Files and folders of <c>/etc</c> that programs need and that hold no secret.</summary>
    internal static readonly string[] Settings =
    [
        "/etc/alternatives", "/etc/ca-certificates", "/etc/ca-certificates.conf", "/etc/crypto-policies", "/etc/dotnet",
        "/etc/fonts", "/etc/gai.conf", "/etc/java", "/etc/java-17-openjdk", "/etc/java-21-openjdk", "/etc/ld.so.cache",
        "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/localtime", "/etc/magic", "/etc/mime.types", "/etc/nsswitch.conf",
        "/etc/os-release", "/etc/debian_version", "/etc/pki/tls/certs", "/etc/pki/ca-trust", "/etc/protocols", "/etc/services",
        "/etc/ssl/certs", "/etc/ssl/openssl.cnf", "/etc/ssl/cert.pem", "/etc/timezone", "/etc/vulkan", "/etc/terminfo",
    ];

    /// <summary>Shown only with an open network.</summary>
    internal static readonly string[] NetworkSettings = ["/etc/resolv.conf", "/etc/hosts", "/run/systemd/resolve/stub-resolv.conf"];

    private static readonly string[] BelowHome =
    [
        ".cargo/bin", ".rustup", ".pyenv", ".rbenv", ".nvm", ".fnm", ".volta/bin", ".volta/tools", ".asdf", ".bun/bin", ".deno/bin",
        ".dotnet/dotnet", ".dotnet/host", ".dotnet/shared", ".dotnet/sdk", ".dotnet/sdk-manifests", ".dotnet/packs",
        ".dotnet/templates", ".dotnet/tools", ".sdkman/candidates", ".ghcup/bin", ".ghcup/ghc", ".local/share/mise/installs",
        ".local/share/mise/shims", ".local/share/fnm", ".local/share/uv/python", ".local/share/uv/tools", ".local/share/pnpm",
        ".local/share/pipx/venvs", ".juliaup", ".elan", "go/bin", "sdk", ".go", ".swiftly/toolchains", ".local/bin",
    ];

    /// <summary>The folders of compilers and interpreters below a home that are there.</summary>
    internal static IReadOnlyList<string> Below(string home) =>
        [.. BelowHome.Select(name => Path.Combine(home, name)).Where(Path.Exists)];

    /// <summary>The person's PATH without what a sandbox cannot see.</summary>
    internal static string SearchPath(SandboxMachine machine)
    {
        var seen = Below(machine.UserHome).Concat(System).ToList();
        var folders = machine.SearchPath.Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Where(folder => seen.Any(root => IsBelow(folder, root)))
            .Concat(["/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin", "/sbin"]);
        return string.Join(':', folders.Distinct(StringComparer.Ordinal));
    }

    /// <summary>Variables that tell toolchains below the real home where they are, HOME being another one inside.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Variables(string home)
    {
        foreach (var (name, folder) in new[]
        {
            ("RUSTUP_HOME", ".rustup"), ("PYENV_ROOT", ".pyenv"), ("RBENV_ROOT", ".rbenv"), ("NVM_DIR", ".nvm"),
            ("ASDF_DATA_DIR", ".asdf"), ("DOTNET_ROOT", ".dotnet/sdk"),
        })
        {
            var path = Path.Combine(home, folder);
            if (Directory.Exists(path))
                yield return new(name, name == "DOTNET_ROOT" ? Path.GetDirectoryName(path)! : path);
        }
    }

    /// <summary>Whether a path is a folder or lies below it.</summary>
    internal static bool IsBelow(string path, string folder) =>
        path == folder || path.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal);
}
