using Alai.Tasks;

namespace Alai.Minions;

/// <summary>Finds the executors of a route.</summary>
/// <param name="minions">Every executor there is.</param>
public sealed class MinionPicker(IEnumerable<IMinion> minions)
{
    private readonly Dictionary<string, IMinion> byName = minions.ToDictionary(minion => minion.Name, StringComparer.Ordinal);

    /// <summary>The names that can be routed to.</summary>
    public IReadOnlyList<string> Names => [.. byName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The executor for an attempt: the first of the route's that exists, past the ones already tried.</summary>
    /// <param name="route">The route.</param>
    /// <param name="tried">Names that have been tried for this task on this tier.</param>
    public IMinion? Pick(Route route, IReadOnlyCollection<string> tried)
    {
        var known = route.Executors.Where(byName.ContainsKey).ToList();
        var name = known.FirstOrDefault(name => !tried.Contains(name)) ?? known.FirstOrDefault();
        return name is null ? null : byName[name];
    }
}
