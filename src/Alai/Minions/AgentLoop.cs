using Alai.Fleet;
using Alai.Minions.Protocol;
using Alai.Minions.Tools;
using Alai.Tasks;

namespace Alai.Minions;

/// <summary>The loop of one run: ask the model, read its turn, do its calls, until it finishes or a limit ends it.</summary>
internal sealed class AgentLoop
{
    private const int FormatErrors = 3;
    private const int EmptyFinishes = 2;
    private readonly WorkOrder _order;
    private readonly IRunLog _log;
    private readonly ModelCalls _model;
    private readonly ToolRoom _room;
    private readonly Toolbox _toolbox;
    private readonly Conversation _talk;
    private readonly LoopDetector _loops = new();
    private IToolProtocol _protocol;
    private bool _switched;
    private bool _warned;
    private bool _acted;
    private int _formatErrors;
    private int _emptyFinishes;
    private int _overflows;

    public AgentLoop(WorkOrder order, IRunLog log, ModelCalls model)
    {
        (_order, _log, _model) = (order, log, model);
        _room = new ToolRoom(order, new PathGuard(order.Folder!, order.Paths));
        _toolbox = Toolbox.For(order);
        _protocol = model.Profile.Protocol == ModelProtocol.Native ? new NativeProtocol() : new FencedProtocol();
        _talk = new Conversation(order.Prompt, _protocol.Rules(Context(false)));
    }

    /// <summary>The conversation, for a judge that asks one more question of it.</summary>
    public Conversation Talk => _talk;

    public async Task<WorkReport> RunAsync(CancellationToken cancellationToken)
    {
        for (var step = 1; step <= _order.Limits.Steps; step++)
        {
            if (_model.Figures.TokensOut > _order.Limits.OutputTokens)
                return Failed(RunOutcome.LimitSteps, $"more than {_order.Limits.OutputTokens} generated tokens");
            if (await TurnAsync(step, cancellationToken) is { } ended)
                return ended;
        }

        return Failed(RunOutcome.LimitSteps, $"not finished after {_order.Limits.Steps} model calls");
    }

    private async Task<WorkReport?> TurnAsync(int step, CancellationToken cancellationToken)
    {
        var context = Context(true);
        var offers = _protocol.Offers(context);
        switch (_talk.Fit(_model.Budget - TokenEstimate.OfLength(offers.Sum(offer => offer.Schema.Length + offer.Description.Length))))
        {
            case null:
                return Failed(RunOutcome.ContextOverflow, $"the task and its newest turns do not fit a window of {_model.Window} tokens");
            case { Length: > 0 } cut:
                _log.Step(new RunStep("note", $"made room: {cut}"));
                break;
        }

        var request = _model.Request(_talk.Messages, offers);
        var answer = await _model.AskAsync(request, cancellationToken);
        if (answer.Turn is not { } turn)
            return NoTurn(answer);
        _talk.Calibrate(turn.PromptTokens, request.PromptEstimate);
        var parsed = _protocol.Read(turn, context);
        _log.Step(new RunStep("model", $"turn {step}: {Title(turn, parsed)}", Transcript(turn)));
        _talk.Add(_protocol.Said(turn, parsed, _model.Profile.KeepsThinking));
        if (parsed.Problem.Length > 0)
            return Taught(parsed.Problem);
        if (parsed.IsProse)
            return Prose(turn);
        _formatErrors = 0;
        return await ActAsync(turn, parsed.Calls, cancellationToken);
    }

    private async Task<WorkReport?> ActAsync(ChatTurn turn, IReadOnlyList<ToolCall> calls, CancellationToken cancellationToken)
    {
        foreach (var call in calls)
        {
            _model.CountTool();
            var result = await _toolbox.RunAsync(call, _room, cancellationToken);
            _acted |= result.Changed || (call.Name == "run" && !result.Failed);
            _log.Step(new RunStep("tool", $"{call.Name} {Short(call)}{(result.Failed ? " failed" : "")}", result.Text));
            _talk.Note($"{call.Name} {Short(call)}: {result.Text.Split('\n')[0]}");
            if (result.Finished && Finish(result.Text) is { } report)
                return report;
            _talk.Add(_protocol.Result(call, result.Finished
                ? "Not accepted: no file has changed, and the task needs a change. Make it, or say in finish why none is needed."
                : result.Text));
            var subject = result.Path.Length > 0 ? $"{call.Name} {result.Path}" : "";
            var step = new LoopStep($"{call.Name} {call.Arguments.GetRawText()}", result.Text, result.Failed, result.Changed, subject, turn.Content.Trim());
            if (Circles(_loops.Observe(step)) is { } loop)
                return loop;
        }

        return null;
    }

    private WorkReport? Circles(string sign)
    {
        if (sign.Length == 0)
            return null;
        if (_warned)
            return Failed(RunOutcome.Loop, $"goes in circles: {sign}");
        _warned = true;
        _loops.Forgive();
        _log.Step(new RunStep("warning", $"goes in circles: {sign}"));
        _talk.Add(new ChatMessage("user", $"You did {sign}. That will not help. Choose a different step, or finish."));
        return null;
    }

    private WorkReport? Finish(string summary) => _acted || !_order.NeedsChange || ++_emptyFinishes >= EmptyFinishes
        ? Done(summary)
        : null;

    private WorkReport Done(string summary) => _acted || !_order.NeedsChange
        ? new WorkReport { Reason = "the model says it is done", Summary = summary, Answer = _order.NeedsChange ? "" : summary, Figures = _model.Figures }
        : Failed(RunOutcome.NoChange, "finished without changing a file") with { Summary = summary };

    private WorkReport? Prose(ChatTurn turn)
    {
        var text = TextCalls.StripThinking(turn.Content).Trim();

        // A reader without a finish tool ends by answering.
        if (_order.ReadOnly && text.Length > 0)
            return new WorkReport { Reason = "the model answered", Answer = text, Summary = text, Figures = _model.Figures };
        if (Refusal.Is(text) && _formatErrors > 0)
            return Failed(RunOutcome.Refused, $"the model refused: {text[..Math.Min(200, text.Length)]}") with { Summary = text };
        if (_formatErrors + 1 >= FormatErrors && _switched && !_acted)
            return Failed(RunOutcome.NoChange, "the model only talks and calls no tool") with { Summary = text };
        return Taught(text.Length == 0
            ? "Your answer was empty. Call a tool."
            : $"You called no tool, so nothing was done. Call one of: {string.Join(", ", _toolbox.Tools.Select(tool => tool.Name))}. When the task is done, call finish.");
    }

    private WorkReport? Taught(string problem)
    {
        _formatErrors++;
        _log.Step(new RunStep("warning", $"format error {_formatErrors}: {problem}"));
        if (_formatErrors >= FormatErrors && !SwitchProtocol("three format errors in a row"))
            return Failed(RunOutcome.Format, $"the model could not keep to the protocol: {problem}");
        _talk.Add(new ChatMessage("user", problem));
        return null;
    }

    private bool SwitchProtocol(string why)
    {
        if (_switched)
            return false;
        _switched = true;
        _formatErrors = 0;
        _protocol = _protocol.Kind == ModelProtocol.Native ? new FencedProtocol() : new NativeProtocol();
        _talk.SetRules(_order.Prompt, _protocol.Rules(Context(false)));
        _log.Step(new RunStep("note", $"changed to {SnakeWord<ModelProtocol>.Of(_protocol.Kind)} calls: {why}"));
        return true;
    }

    private WorkReport? NoTurn(ChatAnswer answer)
    {
        _log.Step(new RunStep("warning", answer.Why));
        switch (answer.Kind)
        {
            case ChatAnswerKind.FormatError when answer.Why.Contains("does not support tools", StringComparison.OrdinalIgnoreCase):
                return SwitchProtocol("the model takes no native calls") ? null : Failed(RunOutcome.Format, answer.Why);
            case ChatAnswerKind.FormatError when _formatErrors > 0 && SwitchProtocol("the server cannot read its calls"):
                return null;
            case ChatAnswerKind.FormatError:
                return Taught("Your last call could not be read, so nothing was done. Call the tool again, with valid and shorter arguments.");
            case ChatAnswerKind.Overflow when _overflows++ == 0 && _talk.Fit(_model.Budget / 2) is { Length: > 0 }:
                return null;
            default:
                return Failed(AnswerOutcome.Of(answer.Kind), answer.Why);
        }
    }

    private WorkReport Failed(RunOutcome outcome, string reason) => new() { Failure = outcome, Reason = reason, Figures = _model.Figures };

    private TurnContext Context(bool withSeen) => new(_toolbox, withSeen ? _talk.Seen : "");

    private static string Title(ChatTurn turn, ParsedTurn parsed) => parsed.Calls.Count > 0
        ? string.Join(", ", parsed.Calls.Select(call => call.Name))
        : turn.Cut ? "cut" : parsed.IsProse ? "words only" : "not understood";

    private static string Transcript(ChatTurn turn) =>
        string.Join("\n", new[] { turn.Content }.Concat(turn.Calls.Select(call => $"{call.Name} {call.Arguments.GetRawText()}")).Where(part => part.Length > 0));

    private static string Short(ToolCall call)
    {
        var text = string.Join(" ", call.Arguments.EnumerateObject().Take(2).Select(field => field.Value.ToString())).ReplaceLineEndings(" ");
        return text.Length > 80 ? text[..80] + "..." : text;
    }
}
