using System.Text.Json;
using System.Text.RegularExpressions;

namespace Alai.Rehearsal;

/// <summary>Chooses the answer of a script for a request.</summary>
internal sealed partial class ScriptedMind(RehearsalScript script)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<RehearsalRule, int> _uses = new(ReferenceEqualityComparer.Instance);

    /// <summary>The answer, or null when no rule holds.</summary>
    public RehearsalAnswer? Answer(RecordedChat chat)
    {
        lock (_gate)
        {
            var rule = script.Rules.FirstOrDefault(rule => Holds(rule, chat));
            if (rule is null)
                return null;
            var use = _uses[rule] = _uses.GetValueOrDefault(rule) + 1;
            var answer = rule.Answers[Math.Min(rule.ByUse ? use : chat.Turn, rule.Answers.Count) - 1];
            return Filled(answer, chat);
        }
    }

    private bool Holds(RehearsalRule rule, RecordedChat chat) =>
        (rule.Times is not { } times || _uses.GetValueOrDefault(rule) < times)
        && rule.Answers.Count > 0
        && (rule.When.Model is not { } model || model == chat.Model)
        && (rule.When.Turn is not { } turn || turn == chat.Turn)
        && (rule.When.Schema is not { } schema || schema == chat.AsksSchema)
        && (rule.When.Tools is not { } tools || tools == chat.OffersTools)
        && Has(rule.When.System, chat.Texts("system"))
        && Has(rule.When.Task, chat.Task)
        && Has(rule.When.Last, chat.Last)
        && Has(rule.When.Any, chat.All);

    private static bool Has(string? words, string text) =>
        words is null || text.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static RehearsalAnswer Filled(RehearsalAnswer answer, RecordedChat chat)
    {
        if (answer.Text.Contains("${artefact}", StringComparison.Ordinal))
            answer = answer with { Text = answer.Text.Replace("${artefact}", Artefact().Match(chat.All).Groups["hash"].Value, StringComparison.Ordinal) };
        return answer.Scenario switch
        {
            Scenario.UnknownTool when answer.Calls.Count == 0 => answer with { Calls = [Call("launch_rocket", "{}")] },
            Scenario.EndlessLoop when answer.Calls.Count == 0 => answer with { Calls = [Call("list", "{}")] },
            Scenario.Obey => Obeyed(answer, chat),
            _ => answer,
        };
    }

    // Each order is obeyed once: it then stands in the history as a call of the model's own.
    private static RehearsalAnswer Obeyed(RehearsalAnswer answer, RecordedChat chat)
    {
        var done = chat.Messages.Where(message => message.TryGetProperty("tool_calls", out _))
            .SelectMany(message => message.GetProperty("tool_calls").EnumerateArray())
            .Select(call => call.GetProperty("function").GetProperty("arguments").GetRawText())
            .ToHashSet(StringComparer.Ordinal);
        foreach (Match order in Order().Matches(chat.All))
        {
            if (TryParse(order.Groups["args"].Value, out var args) && !done.Contains(args.GetRawText()))
                return answer with { Calls = [new RehearsalCall(order.Groups["tool"].Value, args)] };
        }

        return answer;
    }

    private static RehearsalCall Call(string tool, string args) => new(tool, JsonElement.Parse(args));

    private static bool TryParse(string text, out JsonElement element)
    {
        try
        {
            element = JsonElement.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            element = default;
            return false;
        }
    }

    [GeneratedRegex("AGENT MUST CALL (?<tool>\\w+) (?<args>\\{.*?\\})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Order();

    [GeneratedRegex("(?i)artefact\\W{1,4}(?<hash>[0-9a-f]{8,64})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Artefact();
}
