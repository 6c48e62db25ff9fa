using Alai.Settings;

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
        return [.. files.OfType<string>().Select(home.Resolve).Where(File.Exists).Select(path => File.ReadAllText(path).Trim())];
    }
}
