using System.Globalization;

namespace Alai.Kills;

/// <summary>A stretch of a task's way in which the daemon is killed at each step of the store.</summary>
/// <param name="Name">What happens in it.</param>
/// <param name="Standing">The point at which the daemon was killed to make the home it begins from; null is a task just filed.</param>
/// <param name="From">The point at which it begins.</param>
/// <param name="To">The point at which it ends.</param>
internal sealed record KillWindow(string Name, string? Standing, string From, string To)
{
    private static readonly string[] Timed = ["anchor flush", "PRAGMA wal_checkpoint", "SELECT stopped FROM run"];

    /// <summary>The end of each stage, which files the next one, and the landing from its intent to the end of the root.</summary>
    public static IReadOnlyList<KillWindow> All { get; } =
    [
        new("BUILD ends", null, "apply.before.build", "apply.after.build"),
        new("REVIEW ends", "apply.after.build", "apply.before.review", "apply.after.review"),
        new("SECURITY ends", "apply.after.review", "apply.before.security", "apply.after.security"),
        new("landing", "apply.after.security", "land.before_intent", "land.after_advance"),
    ];

    /// <summary>The steps of the store in it, in order, of a life that nobody ended; each with how often it was passed, as <c>after COMMIT#2</c>.</summary>
    /// <param name="passed">What the daemon wrote down.</param>
    public IReadOnlyList<string> Steps(IEnumerable<string> passed)
    {
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        var steps = new List<string>();
        foreach (var line in passed.SkipWhile(line => line != "point " + From).TakeWhile(line => line != "point " + To).Where(IsStep))
            steps.Add(string.Create(CultureInfo.InvariantCulture, $"{line}#{times[line] = times.GetValueOrDefault(line) + 1}"));
        return steps;
    }

    // What the store does when it has a moment belongs to no write, a late sign of life to none of these: they are there or not as
    // the clock has it.
    private static bool IsStep(string line) =>
        !line.StartsWith("point ", StringComparison.Ordinal) && !Timed.Any(part => line.Contains(part, StringComparison.Ordinal));
}
