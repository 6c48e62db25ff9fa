using Alai.Fleet;

namespace Alai.Minions.Protocol;

/// <summary>Calls in the server's own field; calls printed as text are read where that is safe.</summary>
internal sealed class NativeProtocol : IToolProtocol
{
    public ModelProtocol Kind => ModelProtocol.Native;

    public IReadOnlyList<ToolOffer> Offers(TurnContext context) => context.Toolbox.Offers;

    public string Rules(TurnContext context) =>
        "Work only by calling tools. Read a file before you change it. Every turn calls at least one tool.";

    public ParsedTurn Read(ChatTurn turn, TurnContext context)
    {
        if (turn.Cut)
            return ParsedTurn.Wrong("Your answer was cut at the output limit, so nothing of it was done. Write less in one turn: change one passage with edit_file.");
        if (turn.Calls.Count == 0)
            return TextCalls.Find(turn.Content, context) is { } found ? new ParsedTurn(found) : ParsedTurn.Prose;
        var problems = turn.Calls.Select(context.Toolbox.Problem).Where(problem => problem.Length > 0).ToList();
        return problems.Count == 0
            ? new ParsedTurn(turn.Calls)
            : ParsedTurn.Wrong($"Nothing was done. {string.Join(" ", problems)}");
    }

    public ChatMessage Said(ChatTurn turn, ParsedTurn parsed, bool keepThinking) => new("assistant", TextCalls.StripThinking(turn.Content))
    {
        Calls = turn.Calls.Count > 0 && parsed.Calls.Count > 0 ? turn.Calls : [],
        Thinking = keepThinking && parsed.Calls.Count > 0 ? turn.Thinking : "",
    };

    public ChatMessage Result(ToolCall call, string text) => new("tool", text) { ToolName = call.Name, ToolCallId = call.Id };
}
