using Alai.Sandbox.Egress;
using Alai.Settings;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>The secrets the settings name: read by the daemon alone, known to the redactor, never handed to an agent.</summary>
internal static class SecretFiles
{
    /// <summary>The values of every secret file that exists.</summary>
    public static IReadOnlyList<string> Read(FactoryHome home, FactorySettings settings)
    {
        var files = (settings.Tiers?.Values.Select(tier => tier.ApiKeyFile) ?? [])
            .Append(settings.Wiki.TokenFile)
            .Append(settings.Hive.ApiKeyFile);
        return
        [
            .. files.OfType<string>().Select(home.Resolve).Where(File.Exists).Concat(FeedFiles(home))
                .Select(path => File.ReadAllText(path).Trim())
                .SelectMany(text => text.Split([' ', ':'], 2) is [_, { Length: > 0 } secret] ? new[] { text, secret.Trim() } : [text]),
        ];
    }

    /// <summary>The credentials of feeds a set-up may reach: a file a host in <c>secrets/feeds</c>, read anew each time.</summary>
    public static IReadOnlyList<EgressCredential> Feeds(FactoryHome home, IReadOnlyList<string> hosts) =>
    [
        .. FeedFiles(home)
            .Where(file => hosts.Any(host => host.Equals(Path.GetFileName(file), StringComparison.OrdinalIgnoreCase)))
            .Select(file => EgressCredential.Parse(Path.GetFileName(file), File.ReadAllText(file)) ?? throw new FactoryException(
                $"expected 'Bearer TOKEN', 'Basic BASE64' or 'USER:PASSWORD' on one line of {file}; found something else", "write the feed's credential, then try again")),
    ];

    private static IEnumerable<string> FeedFiles(FactoryHome home)
    {
        var folder = home.Resolve(Path.Combine("secrets", "feeds"));
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder) : [];
    }
}
