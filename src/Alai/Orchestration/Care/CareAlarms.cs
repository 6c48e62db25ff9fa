using System.Collections.Concurrent;

namespace Alai.Orchestration;

/// <summary>What care found wrong, by topic; shown by status and doctor until it is right again.</summary>
internal sealed class CareAlarms
{
    private readonly ConcurrentDictionary<string, string> alarms = new(StringComparer.Ordinal);

    public IReadOnlyList<string> All => [.. alarms.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)];

    /// <summary>Raises an alarm, or ends it with null.</summary>
    public void Set(string topic, string? problem)
    {
        if (problem is null)
            alarms.TryRemove(topic, out _);
        else
            alarms[topic] = problem;
    }
}
