using Alai.MissionControl;
using Alai.Orchestration;
using Alai.Tasks;

namespace Alai.Rehearsal.Bento;

/// <summary>
/// The demo: files the Bento tasks into a running factory, tells what happens as it happens, and at the end compares the
/// store, not the script, with what was expected.
/// </summary>
internal sealed class BentoDemo(DemoStage stage, Action<DemoLine> tell)
{
    private const int EventPage = 200;

    // Three times what it takes on two busy cores; then something is broken, and the store is compared as it stands.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(180);

    private readonly Factory factory = stage.Factory;
    private readonly Dictionary<string, TaskId> filed = new(StringComparer.Ordinal);

    /// <summary>Runs the whole demo.</summary>
    public async Task<DemoResult> RunAsync(CancellationToken cancellationToken)
    {
        var started = factory.Parts.Time.GetTimestamp();
        await FileAllAsync(cancellationToken);
        factory.StartScheduler();
        await FollowAsync(cancellationToken);
        tell(new DemoLine("check", "", "Comparing the store with what was expected:"));
        var expectations = await new BentoExpectations(stage, filed).CheckAsync(cancellationToken);
        foreach (var expectation in expectations)
            tell(new DemoLine(expectation.Met ? "met" : "missed", "", expectation.Met ? expectation.What : $"{expectation.What} - found: {expectation.Seen}"));
        var seconds = factory.Parts.Time.GetElapsedTime(started).TotalSeconds;
        return DemoResult.Of(factory.Reader, expectations, stage.Paths.Home, seconds);
    }

    private async Task FileAllAsync(CancellationToken cancellationToken)
    {
        foreach (var task in BentoTasks.All)
        {
            var answer = await factory.Filing.FileAsync(
                new FilingRequest
                {
                    Title = task.Title,
                    Body = task.Body,
                    Product = "bento",
                    Actor = "human:you",
                    Criteria = task.Criteria,
                    Deploy = task.Ships,
                    Docs = task.Ships,
                    After = task.After is { } key ? [filed[key].Value] : [],
                    Tier = task.StartsSmall ? Tier.Smallest : 0,
                },
                cancellationToken);
            if (answer.Task is not { } root)
                throw new FactoryException($"expected to file '{task.Title}'; {answer.Refusal}", "this is a fault of ALAI");
            filed[task.Key] = root.Id;
            tell(new DemoLine("filed", root.Id.ToString(), $"{task.Title}: {task.Shows}"));
        }
    }

    // Events are the story; the demo ends when every root has ended or waits for a person.
    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        var seen = factory.Reader.LastSequence();
        var began = factory.Parts.Time.GetTimestamp();
        while (factory.Parts.Time.GetElapsedTime(began) < Limit)
        {
            var events = factory.Reader.Events(null, seen, EventPage);
            foreach (var happened in events)
            {
                seen = happened.Sequence;
                if (BentoStory.Line(happened, factory.Reader) is { } line)
                    tell(line);
            }

            if (events.Count == 0 && IsOver())
                return;
            if (events.Count == 0)
                await Task.Delay(TimeSpan.FromMilliseconds(100), factory.Parts.Time, cancellationToken);
        }
    }

    private bool IsOver()
    {
        var open = factory.Reader.List(new TaskFilter { States = [TaskState.Open, TaskState.Running], Limit = 100 });
        // A held stage keeps its root open, and what comes after it waits: that is the end of both for the demo.
        return open.Tasks.All(IsStuck)
            && factory.Parts.Slots.InUse == 0
            && factory.Reader.OutboxDue(DateTimeOffset.MaxValue, 1).Count == 0;
    }

    private bool IsStuck(FactoryTask root) =>
        factory.Reader.Family(root.Id).Any(task => task.State == TaskState.Held)
        || factory.Reader.Unmet(root.Id).Any(before => before.State != TaskState.Open || IsStuck(before));
}
