using Alai.Fleet;
using Alai.Minions.Protocol;
using Alai.Minions.Tools;
using Alai.Tasks;

namespace Alai.Minions;

/// <summary>One question, one answer, no tools. Where files must change, the answer is whole files or passages that we write; words alone change nothing.</summary>
/// <param name="name">Its name: one class serves <c>ollama-simple</c> and <c>llama-server</c>.</param>
/// <param name="door">The models.</param>
/// <param name="rules">The safety rules, asked again here.</param>
/// <param name="time">The clock of the time limit.</param>
public sealed class OllamaSimpleMinion(string name, ModelDoor door, ISafetyRules rules, TimeProvider time) : IMinion
{
    private static readonly FencedProtocol Blocks = new();

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
        if (order.Prompt.AnswerSchema is not null)
            return await new JudgeRun(model, log).RunAsync(order with { Folder = null }, cancellationToken);
        var writes = order is { NeedsChange: true, ReadOnly: false, Folder: not null };
        var toolbox = new Toolbox(writes ? [new WriteFileTool(), new EditFileTool()] : []);
        var context = new TurnContext(toolbox, "");
        var talk = new Conversation(order.Prompt, writes ? Blocks.Rules(context).Replace("Read a file before you change it. ", "You have one answer: put every change in it. ", StringComparison.Ordinal) : "");
        var answer = await model.AskAsync(model.Request(talk.Messages, []), cancellationToken);
        if (answer.Turn is not { } turn)
            return new WorkReport { Failure = AnswerOutcome.Of(answer.Kind), Reason = answer.Why, Figures = model.Figures };
        log.Step(new RunStep("model", "answered", turn.Content));
        var text = TextCalls.StripThinking(turn.Content).Trim();
        if (writes)
            return await ApplyAsync(order, (log, model, context with { Seen = talk.Seen }), turn, cancellationToken);
        return order.NeedsChange
            ? new WorkReport { Failure = RunOutcome.NoChange, Reason = "the task needs a change of files and this run may write none", Summary = text, Figures = model.Figures }
            : new WorkReport { Failure = turn.Cut || text.Length == 0 ? RunOutcome.Format : null, Reason = turn.Cut ? "the answer was cut" : "the model answered", Answer = text, Summary = text, Figures = model.Figures };
    }

    private static async Task<WorkReport> ApplyAsync(
        WorkOrder order, (IRunLog Log, ModelCalls Model, TurnContext Context) run, ChatTurn turn, CancellationToken cancellationToken)
    {
        var parsed = Blocks.Read(turn, run.Context);
        if (parsed.Problem.Length > 0)
            return new WorkReport { Failure = RunOutcome.Format, Reason = parsed.Problem, Figures = run.Model.Figures };
        if (parsed.IsProse)
            return new WorkReport { Failure = RunOutcome.NoChange, Reason = "only words, no file", Summary = turn.Content.Trim(), Figures = run.Model.Figures };
        var room = new ToolRoom(order, new PathGuard(order.Folder!, order.Paths));
        foreach (var call in parsed.Calls)
        {
            run.Model.CountTool();
            var result = await run.Context.Toolbox.RunAsync(call, room, cancellationToken);
            run.Log.Step(new RunStep("tool", $"{call.Name}{(result.Failed ? " failed" : "")}", result.Text));
            if (result.Failed)
                return new WorkReport { Failure = RunOutcome.Format, Reason = $"a change could not be applied: {result.Text.Split('\n')[0]}", Figures = run.Model.Figures };
        }

        return new WorkReport { Reason = $"{parsed.Calls.Count} changes were applied", Summary = TextCalls.StripThinking(turn.Content).Split("```")[0].Trim(), Figures = run.Model.Figures };
    }
}
