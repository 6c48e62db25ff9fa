namespace Alai.HiveMind;

/// <summary>The factory's shared memory. Writing needs no model; reading says which legs took part.</summary>
public interface IHiveMind
{
    /// <summary>Remembers a text, once per key and once per (product, text).</summary>
    Task<LearnAnswer> LearnAsync(NewHiveEntry entry, CancellationToken cancellationToken);

    /// <summary>Finds what helps with a text and fits a budget, as quoted data for a prompt; counts the use.</summary>
    /// <param name="query">What the work is about; its product is the scope.</param>
    /// <param name="mostCharacters">The size of <see cref="Recollection.Quoted"/> at most.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<Recollection> RecallAsync(HiveQuery query, int mostCharacters, CancellationToken cancellationToken);

    /// <summary>Finds entries, for people.</summary>
    Task<HiveAnswer> SearchAsync(HiveQuery query, CancellationToken cancellationToken);

    /// <summary>One entry, retracted and expired ones included; null when there is none of that number.</summary>
    Task<HiveEntry?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>Takes an entry out of every later answer; it is kept with the reason.</summary>
    /// <returns>The entry, or null when there is none of that number.</returns>
    Task<HiveEntry?> RetractAsync(long id, string by, string reason, CancellationToken cancellationToken);

    /// <summary>What it holds.</summary>
    Task<HiveStats> StatsAsync(CancellationToken cancellationToken);
}
