using Alai.Tasks;

namespace Alai.Minions;

/// <summary>The agent loop over a model server; with a schema in its prompt, a judging run.</summary>
/// <param name="name">Its name: one class serves <c>ollama-tool</c> and <c>llama-tool</c>, the host says which protocol.</param>
/// <param name="door">The models.</param>
/// <param name="rules">The safety rules, asked again here.</param>
/// <param name="time">The clock of the time limit.</param>
public sealed class OllamaToolMinion(string name, ModelDoor door, ISafetyRules rules, TimeProvider time) : IMinion
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public Task<WorkReport> RunAsync(WorkOrder order, IRunLog log, CancellationToken cancellationToken) =>
        Bounds.KeepAsync(order, (Name, rules, time), token => WorkAsync(order, log, token), cancellationToken);

    private async Task<WorkReport> WorkAsync(WorkOrder order, IRunLog log, CancellationToken cancellationToken)
    {
        if (order.Host is null)
            return new WorkReport { Failure = RunOutcome.BadConfig, Reason = $"no host was picked for {order.Route.Model}" };
        var model = new ModelCalls(door, order, log);
        log.Step(new RunStep("prompt", $"{order.Prompt.Tokens} tokens to {order.Route.Model} on {order.Host.Name}, window {model.Window}",
            string.Join("\n\n", order.Prompt.Messages.Select(message => $"[{message.Role}]\n{message.Text}"))));
        if (order.Prompt.AnswerSchema is not null)
            return await new JudgeRun(model, log).RunAsync(order, cancellationToken);
        return order.Folder is null
            ? new WorkReport { Failure = RunOutcome.BadConfig, Reason = $"{Name} works in a folder and was given none" }
            : await new AgentLoop(order, log, model).RunAsync(cancellationToken);
    }
}
