using Alai.Fleet;

namespace Alai.Minions.Protocol;

/// <summary>How calls travel between a model and us.</summary>
internal interface IToolProtocol
{
    ModelProtocol Kind { get; }

    /// <summary>Tools for the server's own field; empty when they are told in words.</summary>
    IReadOnlyList<ToolOffer> Offers(TurnContext context);

    /// <summary>The rules added to the system text; the same in every turn.</summary>
    string Rules(TurnContext context);

    /// <summary>Reads a turn. Anything cut does nothing, however complete it looks.</summary>
    ParsedTurn Read(ChatTurn turn, TurnContext context);

    /// <summary>The model's own turn for the history.</summary>
    ChatMessage Said(ChatTurn turn, ParsedTurn parsed, bool keepThinking);

    /// <summary>The answer of a tool for the history.</summary>
    ChatMessage Result(ToolCall call, string text);
}
