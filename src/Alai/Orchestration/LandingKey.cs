using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>The idempotency key of a landing: which root, which judged tree, as which commit.</summary>
internal static class LandingKey
{
    public static string Of(FactoryTask root, string commit) => $"land:{root.Uid}:{root.ArtefactHash}:{commit}";

    /// <summary>The commit a key names.</summary>
    public static string CommitOf(string key) => key[(key.LastIndexOf(':') + 1)..];
}
