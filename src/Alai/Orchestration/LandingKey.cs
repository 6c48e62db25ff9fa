using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>The idempotency key of a landing: which root, which judged tree, from which commit of the target to which.</summary>
internal static class LandingKey
{
    public static string Of(FactoryTask root, string before, string after) => $"land:{root.Uid}:{root.ArtefactHash}:{before}:{after}";

    /// <summary>The commit a key brings to the target.</summary>
    public static string CommitOf(string key) => key[(key.LastIndexOf(':') + 1)..];

    /// <summary>What is written of a landing that was seen only afterwards, as <see cref="LandingRecord"/> reads it.</summary>
    public static string Seen(string key, string target) => $"{key.Split(':')[^2]} {CommitOf(key)} {target} holds it, seen afterwards";
}
