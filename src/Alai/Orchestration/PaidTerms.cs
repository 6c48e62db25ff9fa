using Alai.Minions;
using Alai.Processes;

namespace Alai.Orchestration;

/// <summary>What a door to a paid model is opened with: read from the settings and secret files by the daemon alone.</summary>
/// <param name="program">The program that will talk through it, absolute.</param>
/// <param name="url">The provider's API.</param>
/// <param name="key">The provider's key.</param>
internal sealed class PaidTerms(string program, Uri url, string key)
{
    private static readonly Uri Anthropic = new("https://api.anthropic.com");

    public string Program => program;

    public Uri Url => url;

    /// <summary>Never leaves the daemon; a class and not a record, so that nothing prints it.</summary>
    public string Key => key;

    /// <summary>The terms of a run's tier, or why there are none and what to do.</summary>
    public static (PaidTerms? Terms, string Refusal) Of(FactoryParts parts, WorkOrder order)
    {
        var number = order.Route.Tier;
        if (order.SandboxLevel == "S0" || parts.Options.Relay is null)
            return (null, "claude-cli runs in a sandbox alone, and none works here: see alai doctor. Use a local tier, or take the task (alai inbox take)");
        if (parts.Settings.Tiers?.GetValueOrDefault(number) is not { ApiKeyFile: { } file } tier)
            return (null, $"tier {number} has no key: write the provider's key into a file below {parts.Home.Root} that you alone can read and name it as tiers.{number}.api_key_file in alai.yaml, then try again");
        if (Read(parts.Home.Resolve(file)) is not { } found)
            return (null, $"expected the provider's key on one line of {file} (tiers.{number}.api_key_file); found no such file or none in it. Write it, then try again");
        var path = parts.Options.Environment.GetValueOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        return ExecutablePath.Find("claude", path, "/") is { } claude
            ? (new PaidTerms(claude, tier.ApiUrl ?? Anthropic, found), "")
            : (null, "claude-cli needs the program claude and found none on the daemon's PATH: npm install -g @anthropic-ai/claude-code, then try again");
    }

    private static string? Read(string path)
    {
        try
        {
            var text = File.ReadAllText(path).Trim();
            return text.Length > 0 && !text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter)) ? text : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
