namespace Alai.Quality.Checks;

/// <summary>A check that only reads the change.</summary>
internal abstract class PureCheck : ICheck
{
    public abstract string Name { get; }

    public Task<CheckFinding> LookAsync(GateInput input, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Look(input));
    }

    public abstract CheckFinding Look(GateInput input);

    protected static string Places(IEnumerable<string> hits, int most = 5)
    {
        var all = hits.Distinct(StringComparer.Ordinal).ToList();
        return string.Join("; ", all.Take(most)) + (all.Count > most ? $"; and {all.Count - most} more" : "");
    }
}
