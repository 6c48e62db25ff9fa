using Alai.Companies;
using Alai.HiveMind;
using Alai.MissionControl;
using Alai.Products;
using Alai.Settings;
using Alai.Wiki;

namespace Alai.Orchestration;

/// <summary>
/// The running factory, as Host and the rehearsal see it. Built by <see cref="AlaiServices"/>; one per home. Reading and
/// filing work at once; nothing is claimed until the scheduler is started.
/// </summary>
internal sealed class Factory : IAsyncDisposable
{
    private readonly Stack<IDisposable> held = new();
    private Orchestrator? scheduler;

    public required FactoryParts Parts { get; init; }

    public required Filing Filing { get; init; }

    public required Schedules Schedules { get; init; }

    public required WhyExplainer Why { get; init; }

    public required FactoryHealth Health { get; init; }

    public required ConfigurationCheck Configuration { get; init; }

    public required ProductRegistration Registration { get; init; }

    public required SandboxStation Sandboxes { get; init; }

    public required ProductRepositories Repositories { get; init; }

    public required TaskChanges Changes { get; init; }

    public required Reverting Reverting { get; init; }

    public required ProductExam Exam { get; init; }

    public required IHiveMind Hive { get; init; }

    public required Func<IWiki> Wiki { get; init; }

    public required Wake Wake { get; init; }

    public required Landing Landing { get; init; }

    public required OutboxDrain Outbox { get; init; }

    public required HomeCare Care { get; init; }

    public Caretaker Caretaker => Care.Caretaker;

    public HomeBackup Backup => Care.Backup;

    public HomeExport Export => Care.Export;

    public HomeImport Import => Care.Import;

    public IssueImport Issues => Care.Issues;

    /// <summary>Wall time spent waiting for child processes so far: git, sandboxes, product commands.</summary>
    public required Func<TimeSpan> ChildTime { get; init; }

    public required Func<Orchestrator> MakeScheduler { get; init; }

    public IMissionControl Store => Parts.Store;

    public IMissionControlReader Reader => Parts.Reader;

    public FactorySettings Settings => Parts.Settings;

    public CompanyCatalogue Companies => Parts.Now.Companies;

    public ProductCatalogue Products => Parts.Now.Products;

    /// <summary>Starts claiming and running work; a second call does nothing.</summary>
    public void StartScheduler()
    {
        if (scheduler is not null)
            return;
        scheduler = MakeScheduler();
        Health.SchedulerRuns = true;
        scheduler.Start();
        Caretaker.Start();
    }

    /// <summary>Does what a person asked, and wakes the scheduler.</summary>
    public async Task<ChangeAnswer> ChangeAsync(PersonChange change, CancellationToken cancellationToken)
    {
        if (change is EditTask edit)
            return await Filing.EditAsync(edit, cancellationToken);
        if (change is LabelTask label)
            return await Filing.LabelAsync(label, cancellationToken);
        if (change is UndoLast undo)
            return await UndoAsync(undo, cancellationToken);
        var answer = change is AssignToPerson assign ? await Filing.AssignAsync(assign, cancellationToken) : await Store.ChangeAsync(change, cancellationToken);
        Wake.Now();
        return answer;
    }

    // Step by step, as it was done: a claim between two of them does not wait for the whole.
    private async Task<ChangeAnswer> UndoAsync(UndoLast change, CancellationToken cancellationToken)
    {
        var answer = await Store.ChangeAsync(change, cancellationToken);
        var steps = new List<ChangeAnswer> { answer };
        if (answer.Call is { } call && change.Task == default)
        {
            while ((await Store.ChangeAsync(change with { Call = call }, cancellationToken)) is { Call: not null } next)
                steps.Add(next);
        }

        Wake.Now();
        return steps.Count == 1 ? answer : UndoneWords.Of(steps);
    }

    /// <summary>Stops the scheduler and every run, then closes what is held, the store last.</summary>
    public async ValueTask DisposeAsync()
    {
        await Caretaker.DisposeAsync();
        if (scheduler is not null)
            await scheduler.DisposeAsync();
        Parts.Runs.Dispose();
        Parts.Landings.Dispose();
        while (held.TryPop(out var part))
            part.Dispose();
    }

    /// <summary>Lets everything go at once without settling anything, as a killed process would.</summary>
    internal void Abandon()
    {
        // The store first: a killed process writes nothing more, whatever its threads still try.
        foreach (var part in held.Reverse())
            part.Dispose();
        held.Clear();
    }

    /// <summary>Gives the factory something to close at its end; closed in reverse order.</summary>
    internal void Hold(IDisposable part) => held.Push(part);
}
