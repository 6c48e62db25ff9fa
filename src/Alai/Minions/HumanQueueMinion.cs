using Alai.Tasks;

namespace Alai.Minions;

/// <summary>Gives the work to a person: a hold in the inbox, nothing else.</summary>
public sealed class HumanQueueMinion : IMinion
{
    /// <inheritdoc/>
    public string Name => MinionNames.HumanQueue;

    /// <inheritdoc/>
    public Task<WorkReport> RunAsync(WorkOrder order, IRunLog log, CancellationToken cancellationToken)
    {
        var task = order.Cleared.Task;
        var hold = new Hold(HoldCode.HumanTier, $"{order.Route.Reason}; take it with: alai task start {task.Id.Value}", task.Owner ?? "owner");
        log.Step(new RunStep("note", hold.Text));
        return Task.FromResult(new WorkReport { Reason = "a person does this", Hold = hold, Figures = new RunFigures { Executor = Name } });
    }
}
