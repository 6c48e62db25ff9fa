namespace Alai.Quality;

/// <summary>Points package tools at a set-up's own caches instead of the person's.</summary>
internal static class ToolCaches
{
    private static readonly (string Name, string Folder)[] Folders =
    [
        ("NUGET_PACKAGES", "nuget"), ("GOMODCACHE", "go-mod"), ("CARGO_HOME", "cargo"), ("npm_config_cache", "npm"),
        ("PIP_CACHE_DIR", "pip"), ("UV_CACHE_DIR", "uv"), ("BUNDLE_PATH", "bundle"), ("COMPOSER_CACHE_DIR", "composer"),
    ];

    // A cache that is used read-only must not be one its tool writes to on every start.
    private static readonly string[] WriteAlways = ["npm_config_cache", "PIP_CACHE_DIR", "UV_CACHE_DIR", "COMPOSER_CACHE_DIR"];

    /// <summary>For set-up itself.</summary>
    public static IReadOnlyDictionary<string, string> Writable(string home) =>
        Folders.ToDictionary(pair => pair.Name, pair => Path.Combine(home, pair.Folder), StringComparer.Ordinal);

    /// <summary>For agents and verification: the caches that hold packages, and the tools told to stay off the network.</summary>
    public static IReadOnlyDictionary<string, string> ReadOnly(string home)
    {
        var all = Folders
            .Where(pair => !WriteAlways.Contains(pair.Name, StringComparer.Ordinal) && Directory.Exists(Path.Combine(home, pair.Folder)))
            .ToDictionary(pair => pair.Name, pair => Path.Combine(home, pair.Folder), StringComparer.Ordinal);
        all["GOFLAGS"] = "-mod=mod";
        all["GOPROXY"] = "off";
        all["CARGO_NET_OFFLINE"] = "true";
        all["npm_config_offline"] = "true";
        return all;
    }
}
