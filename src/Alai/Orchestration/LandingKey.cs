using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>
/// The idempotency key of a landing: which root, which judged tree, after how many failed ones, from which commit of the
/// target to which. A try after a failed one has a key of its own, so that its end too is written once.
/// </summary>
internal static class LandingKey
{
    /// <param name="reader">What was tried before.</param>
    /// <param name="root">The root.</param>
    /// <param name="before">Where the target stands.</param>
    /// <param name="after">Where it is to stand.</param>
    public static string Of(IMissionControlReader reader, FactoryTask root, string before, string after)
    {
        var failed = reader.Effects(root.Id).Count(effect => effect.Step == LandingRecord.Step && effect.InputHash == root.ArtefactHash && effect.Status == "failed");
        return $"land:{root.Uid}:{root.ArtefactHash}:{failed}:{before}:{after}";
    }

    /// <summary>The commit the target stood at.</summary>
    public static string BeforeOf(string key) => key.Split(':')[^2];

    /// <summary>The commit a key brings to the target.</summary>
    public static string CommitOf(string key) => key[(key.LastIndexOf(':') + 1)..];

    /// <summary>What is written of a landing that was seen only afterwards, as <see cref="LandingRecord"/> reads it.</summary>
    public static string Seen(string key, string target) => $"{BeforeOf(key)} {CommitOf(key)} {target} holds it, seen afterwards";
}
