using Alai.Fleet;
using Alai.Tasks;

namespace Alai.Minions;

/// <summary>The messages of one run. Grows at its end alone, so that the server's prefix stays warm, until the window forces a cut.</summary>
internal sealed class Conversation
{
    private const int NewestOutputs = 3;
    private const int NewestMessages = 6;
    private const int StubFrom = 200;
    private readonly List<ChatMessage> _messages;
    private readonly List<string> _steps = [];
    private readonly int _opening;
    private double _scale = 1;

    public Conversation(Prompt prompt, string rules)
    {
        _messages = [.. prompt.Messages.Select(message => new ChatMessage(message.Role, message.Text))];
        _opening = _messages.Count;
        if (rules.Length > 0)
            SetRules(prompt, rules);
    }

    public IReadOnlyList<ChatMessage> Messages => [.. _messages];

    /// <summary>Text the model has read that is not ours: results of tools and the user's messages.</summary>
    public string Seen => string.Join("\n", _messages.Where(message => message.Role is "tool" or "user").Select(message => message.Content));

    public void Add(ChatMessage message) => _messages.Add(message);

    /// <summary>Puts other tool rules behind the system text, after a change of protocol.</summary>
    public void SetRules(Prompt prompt, string rules)
    {
        var system = prompt.Messages.Count > 0 && prompt.Messages[0].Role == "system" ? prompt.Messages[0].Text : "";
        var message = new ChatMessage("system", $"{system}\n\n{rules}".Trim());
        if (system.Length > 0)
            _messages[0] = message;
        else
            _messages.Insert(0, message);
    }

    /// <summary>Notes a step for the summary that a cut leaves behind.</summary>
    public void Note(string step) => _steps.Add(step.Length > 160 ? step[..160] + "..." : step);

    /// <summary>Learns from the server how many tokens our characters are.</summary>
    public void Calibrate(long counted, int estimated)
    {
        if (counted > 0 && estimated > 0)
            _scale = Math.Clamp(counted / (double)estimated, 0.5, 2);
    }

    /// <summary>Makes the conversation fit. First old outputs become stubs; then old turns become one summary. The opening is never touched.</summary>
    /// <param name="budget">Tokens for the messages.</param>
    /// <returns>What was done, in words; empty when nothing was needed; null when it cannot fit.</returns>
    public string? Fit(int budget)
    {
        if (Tokens() <= budget)
            return "";
        MaskOutputs();
        if (Tokens() <= budget)
            return "left out old outputs of tools";
        Summarise();
        return Tokens() <= budget ? "replaced old turns by a summary" : null;
    }

    private int Tokens() => (int)(TokenEstimate.OfLength(_messages.Sum(message => message.Length)) * _scale);

    private void MaskOutputs()
    {
        var outputs = Enumerable.Range(_opening, _messages.Count - _opening)
            .Where(index => IsOutput(_messages[index]) && _messages[index].Content.Length > StubFrom).ToList();
        foreach (var index in outputs.SkipLast(NewestOutputs))
        {
            var message = _messages[index];
            var first = message.Content[..Math.Min(80, message.Content.Length)].Split('\n')[0];
            _messages[index] = message with { Content = $"[left out: {message.Content.Length} characters that began \"{first}\"; call the tool again if you need them]" };
        }
    }

    private static bool IsOutput(ChatMessage message) =>
        message.Role == "tool" || (message.Role == "user" && message.Content.StartsWith("Result of ", StringComparison.Ordinal));

    // Cut before an assistant's turn: a tool's answer must not lose its call.
    private void Summarise()
    {
        var keep = Math.Max(_opening, _messages.Count - NewestMessages);
        while (keep < _messages.Count && _messages[keep].Role != "assistant")
            keep++;
        if (keep <= _opening)
            return;
        _messages.RemoveRange(_opening, keep - _opening);
        _messages.Insert(_opening, new ChatMessage("user",
            $"To save room, earlier turns were left out. What you did so far, oldest first:\n- {string.Join("\n- ", _steps.TakeLast(40))}\nThe task above is unchanged. Go on."));
    }
}
