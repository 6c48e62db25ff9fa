using Alai.MissionControl;
using Alai.Tasks;
using Microsoft.Extensions.Logging;

namespace Alai.Orchestration;

/// <summary>
/// Brings roots on that no run moves: what may land is landed, and a root whose next stage was lost between two
/// transactions gets it. Each step is recognised when it is done twice.
/// </summary>
internal sealed class Landing(FactoryParts parts, LandingStep step, OpenLandings open, StageArtefacts artefacts, PipelineFollow follow, Wake wake)
{
    private static readonly CancellationToken Ending = CancellationToken.None;

    /// <summary>The wait reason of a root that may land by itself.</summary>
    public const string Waits = "landing";

    /// <summary>The wait reason of a root that is proved and lands when a person says so.</summary>
    public const string Asks = "landing_asked";

    // Landings of one product go one by one; another product's must be seen behind a long line of them.
    private const int Batch = 200;
    private const int Everything = 10_000;

    private readonly ILogger logger = parts.Options.Logs.CreateLogger<Landing>();

    /// <summary>Moves every root that waits for the daemon itself; landings go on when this has returned.</summary>
    /// <param name="cancellationToken">Stops between two roots.</param>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (parts.Reader.Halt().Halted)
            return;
        if (!await open.SettleAsync(cancellationToken))
            return;
        var busy = parts.Landings.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var root in parts.Reader.RootsToAdvance(Batch))
        {
            // What is landing now may have landed since the list was read: looked at again when the product is free.
            if (!MayLand(root))
                await GuardedAsync(root, cancellationToken);
            else if (busy.Add(root.Product))
                parts.Landings.Start(root.Product, stop => LandAsync(root, stop));
        }
    }

    private async Task LandAsync(FactoryTask listed, CancellationToken cancellationToken)
    {
        if (parts.Reader.Find(listed.Id) is not { } root || root.Version != listed.Version)
            return;
        await GuardedAsync(root, cancellationToken);

        // One that could not move now is tried with the next tick, not at once.
        if (!cancellationToken.IsCancellationRequested && parts.Reader.Find(root.Id)?.Version != root.Version)
            wake.Now();
    }

    private async Task GuardedAsync(FactoryTask root, CancellationToken cancellationToken)
    {
        try
        {
            await MoveAsync(root, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The daemon is stopping: the next one looks at what was done.
        }
        catch (Exception exception)
        {
            logger.LandingBroke(exception, root.Id.Value);
            await HoldAsync(root.Id, exception);
        }
    }

    /// <summary>Moves one root now if it waits for the daemon itself; done twice it moves once.</summary>
    /// <returns>Whether it waited for the daemon.</returns>
    public async Task<bool> MoveNowAsync(TaskId id, CancellationToken cancellationToken)
    {
        if (parts.Reader.Halt().Halted || parts.Reader.RootsToAdvance(Everything).FirstOrDefault(task => task.Id == id) is not { } root)
            return false;
        await MoveAsync(root, cancellationToken);
        return true;
    }

    private async Task MoveAsync(FactoryTask root, CancellationToken cancellationToken)
    {
        var stages = parts.Reader.Family(root.Id).Where(task => !task.IsRoot).ToList();
        if (stages.LastOrDefault(task => task.State == TaskState.Done) is not { } last)
            return;
        if (MayLand(root))
        {
            await step.LandAsync(root, last, cancellationToken);
            return;
        }

        if (Rejected(root, stages) is { } judge)
        {
            var no = new Judgement(JudgementWord.Reject, root.ArtefactHash!, [new Finding("high", "", root.Progress.LastFailure)], "a person said no");
            var again = follow.After(root, judge, await artefacts.FindAsync(root, judge, cancellationToken), no);
            await WriteAsync(root, again with { Root = again.Root ?? new TaskMove { To = TaskState.Open, LastFailure = "" } }, "reworked", cancellationToken);
            return;
        }

        if (root.Progress.WaitReason is PersonJudgement.Passed or PersonJudgement.Anew)
        {
            var made = await artefacts.FindAsync(root, last, cancellationToken);
            var yes = new Judgement(JudgementWord.Pass, root.ArtefactHash!, [], "a person judged it");
            var after = root.Progress.WaitReason == PersonJudgement.Passed ? follow.After(root, last, made, yes) : follow.AskedAgain(root, last, made);
            await WriteAsync(root, after with { Root = after.Root ?? new TaskMove { To = TaskState.Open } }, "advanced", cancellationToken);
            return;
        }

        var judgement = parts.Reader.Runs(last.Id).LastOrDefault(run => run.Judgement is not null)?.Judgement;
        var next = follow.After(root, last, await artefacts.FindAsync(root, last, cancellationToken), judgement);
        await WriteAsync(root, next, "advanced", cancellationToken);
    }

    // A person who refuses a landing says why; that is a finding like any other, and the work goes back to BUILD with it.
    private static FactoryTask? Rejected(FactoryTask root, List<FactoryTask> stages) =>
        root.ArtefactHash is not null && root.Progress.LastFailure.Length > 0
            ? stages.LastOrDefault(stage => stage.State == TaskState.Done && stage.Lineage.Stage is Stage.Review or Stage.Security)
            : null;

    // Either the policy lets it land by itself, or a person said yes to exactly this tree.
    private static bool MayLand(FactoryTask root) =>
        root.ArtefactHash is { } hash && (root.Progress.WaitReason == Waits || root.Consent?.SubjectHash == hash);

    private async Task WriteAsync(FactoryTask root, Following next, string kind, CancellationToken cancellationToken) =>
        await parts.Store.AdvanceAsync(
            new RootAdvance
            {
                Root = root.Id,
                Version = root.Version,
                Move = next.Root,
                Children = next.Children,
                Outbox = next.Outbox,
                EventKind = kind,
                Text = next.Text,
            },
            cancellationToken);

    private async Task HoldAsync(TaskId id, Exception exception)
    {
        try
        {
            var hold = new Hold(HoldCode.NeedsApproval, $"Landing broke and was not tried again: {exception.Message}. Mend it, then: alai inbox approve {id.Value}");
            await WriteAsync(parts.Reader.Find(id)!, new Following(new TaskMove { To = TaskState.Held, Hold = hold }, [], [], hold.Text), "held", Ending);
        }
        catch (Exception second)
        {
            // Not even that could be written (a full disk, a closed store): it still waits to land, and the next tick tries.
            logger.LandingBroke(second, id.Value);
        }
    }
}
