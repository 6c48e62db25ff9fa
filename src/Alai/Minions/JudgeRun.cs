using System.Text.Json;
using Alai.Fleet;
using Alai.Tasks;

namespace Alai.Minions;

/// <summary>A run that ends in an answer by schema: reads what it needs with reading tools, then answers. Writes nothing, runs nothing.</summary>
/// <param name="model">The model.</param>
/// <param name="log">Hears of every step.</param>
internal sealed class JudgeRun(ModelCalls model, IRunLog log)
{
    public async Task<WorkReport> RunAsync(WorkOrder order, CancellationToken cancellationToken)
    {
        var schema = order.Prompt.AnswerSchema ?? throw new FactoryException("A judging run needs a schema.", "Build its prompt with one.");
        var messages = order.Prompt.Messages.Select(message => new ChatMessage(message.Role, message.Text)).ToList();
        if (order.Folder is not null)
        {
            var loop = new AgentLoop(order with { ReadOnly = true, Commands = null, NeedsChange = false }, log, model);
            var read = await loop.RunAsync(cancellationToken);
            if (SchemaAnswer.ReadText(read.Answer, schema).Json is { } early)
                return Answered(early);
            if (read.Failure is RunOutcome.ModelUnavailable or RunOutcome.Stalled or RunOutcome.Auth or RunOutcome.Truncated)
                return read;
            messages = [.. loop.Talk.Messages, new ChatMessage("user", "Now give your answer as the one JSON object asked for, and nothing else.")];
        }

        var (json, why, failed) = await SchemaAnswer.AskAsync(model, messages, schema, cancellationToken);
        if (failed is not null && failed.Kind is not (ChatAnswerKind.FormatError or ChatAnswerKind.Overflow))
            return new WorkReport { Failure = AnswerOutcome.Of(failed.Kind), Reason = failed.Why, Figures = model.Figures };
        if (json is not null)
            return Answered(json);
        log.Step(new RunStep("warning", $"no answer by the schema: {why}"));
        return order.Prompt.ArtefactHash is { } hash
            ? Answered(JsonSerializer.Serialize(new { verdict = "cannot_judge", artefact = hash, findings = Array.Empty<object>(), summary = why }))
            : new WorkReport { Failure = RunOutcome.Format, Reason = $"no answer by the schema: {why}", Figures = model.Figures };
    }

    private WorkReport Answered(string json)
    {
        log.Step(new RunStep("model", "answered by the schema", json));
        return new WorkReport { Reason = "the model answered", Answer = json, Figures = model.Figures };
    }
}
