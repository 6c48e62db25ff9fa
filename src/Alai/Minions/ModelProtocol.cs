namespace Alai.Minions;

/// <summary>How a model family calls tools.</summary>
public enum ModelProtocol
{
    /// <summary>Calls in the server's own field.</summary>
    Native,

    /// <summary>Fenced blocks in the text.</summary>
    Fenced,
}
