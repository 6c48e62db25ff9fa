namespace Alai.Torture;

/// <summary>When a worker is killed: so long after it has told so many acknowledgements.</summary>
/// <param name="Told">How many; 0 is when it begins to work, below 0 is its start.</param>
/// <param name="Milliseconds">How long after that.</param>
internal readonly record struct KillMoment(int Told, int Milliseconds)
{
    /// <summary>A moment of its start or of its work, by chance. Counted in work and not in time alone: a crowded machine kills nobody before his work.</summary>
    public static KillMoment Any(Random random, int longest) => random.Next(4) == 0
        ? new KillMoment(-1, random.Next(1, 150))
        : new KillMoment(random.Next(0, 200), random.Next(0, longest));
}
