using System.Text;

namespace Alai.Client;

/// <summary>Who acts, as every call that changes something names it.</summary>
public static class Actor
{
    /// <summary>The header that carries the actor, percent-encoded.</summary>
    public const string Header = "X-Alai-Actor";

    /// <summary>
    /// The header that says when a call was sent, in milliseconds since the machine started: a daemon that was stopped for a while
    /// must not do what nobody waits for any more. Calls without it are done whenever they are read.
    /// </summary>
    public const string SentHeader = "X-Alai-Sent";

    /// <summary><c>human:NAME</c>; letters a name cannot bear become <c>-</c>.</summary>
    /// <param name="name">The person's name, with or without <c>human:</c>.</param>
    public static string Human(string name)
    {
        var bare = name.StartsWith("human:", StringComparison.Ordinal) ? name["human:".Length..] : name;
        var text = new StringBuilder("human:");
        foreach (var letter in bare.Trim())
            text.Append(char.IsLetterOrDigit(letter) || letter is '.' or '_' or '-' or '@' ? letter : '-');
        return text.Length == "human:".Length ? "human:owner" : text.ToString();
    }
}
