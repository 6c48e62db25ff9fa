using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Rehearsal.Bento;

/// <summary>The demo in figures, counted in the store.</summary>
internal sealed record DemoResult
{
    public required int Tasks { get; init; }

    public required int Done { get; init; }

    public required int Held { get; init; }

    public required int Cancelled { get; init; }

    public required int Runs { get; init; }

    /// <summary>Runs the gate refused: no change, or failed verification.</summary>
    public required int GateRejections { get; init; }

    /// <summary>Rework rounds.</summary>
    public required int Rounds { get; init; }

    public required double Seconds { get; init; }

    public string Model { get; init; } = "rehearsal";

    public required string Home { get; init; }

    /// <summary>Expectations the store did not show; empty when all were met.</summary>
    public required IReadOnlyList<string> Missed { get; init; }

    public static DemoResult Of(IMissionControlReader reader, IReadOnlyList<Expectation> expectations, string home, double seconds)
    {
        var roots = reader.List(new TaskFilter { Limit = 500 }).Tasks;
        var families = roots.SelectMany(root => reader.Family(root.Id)).ToList();
        var runs = families.SelectMany(task => reader.Runs(task.Id)).ToList();
        return new DemoResult
        {
            Tasks = roots.Count,
            Done = roots.Count(root => root.State == TaskState.Done),
            Held = roots.Count(root => reader.Family(root.Id).Any(task => task.State == TaskState.Held)),
            Cancelled = roots.Count(root => root.State == TaskState.Cancelled),
            Runs = runs.Count,
            GateRejections = runs.Count(run => run.Outcome is RunOutcome.NoChange or RunOutcome.VerifyFailed),
            Rounds = families.Count(task => task.Lineage is { Stage: Stage.Build, Round: > 0 }),
            Seconds = Math.Round(seconds, 1),
            Home = home,
            Missed = [.. expectations.Where(expectation => !expectation.Met).Select(expectation => expectation.What)],
        };
    }
}
