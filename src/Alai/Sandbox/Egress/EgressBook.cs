using System.Globalization;

namespace Alai.Sandbox.Egress;

/// <summary>What a proxy let out and what it did not; connections run side by side.</summary>
internal sealed class EgressBook
{
    private const int MostRefusals = 50;
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, EgressVisit> visits = new(StringComparer.Ordinal);
    private readonly List<EgressRefusal> refusals = [];

    public IReadOnlyList<EgressVisit> Visits
    {
        get
        {
            lock (gate)
                return [.. visits.Values];
        }
    }

    public IReadOnlyList<EgressRefusal> Refusals
    {
        get
        {
            lock (gate)
                return [.. refusals];
        }
    }

    public static string Place(string host, int port) => port == 443 ? host : string.Create(CultureInfo.InvariantCulture, $"{host}:{port}");

    public void Visited(string place, long up, long down)
    {
        lock (gate)
        {
            var before = visits.GetValueOrDefault(place) ?? new EgressVisit(place, 0, 0);
            visits[place] = new EgressVisit(place, before.Up + up, before.Down + down);
        }
    }

    public void Refused(EgressRefusal refusal)
    {
        lock (gate)
        {
            if (refusals.Count < MostRefusals && !refusals.Contains(refusal))
                refusals.Add(refusal);
        }
    }
}
