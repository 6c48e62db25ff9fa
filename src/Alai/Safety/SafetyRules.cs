using System.Security.Cryptography;
using System.Text;
using Alai.Tasks;

namespace Alai.Safety;

/// <summary>The rules in force. Immutable: an edit makes new ones. Judging is pure and costs linear time.</summary>
public sealed class SafetyRules : ISafetyRules
{
    private readonly TermTrie _terms;

    /// <summary>Makes the rail from rules.</summary>
    /// <param name="rules">In order; the first to match a place is named.</param>
    /// <exception cref="FactoryException">Unicode folding does not work in this process.</exception>
    public SafetyRules(IReadOnlyList<SafetyRule> rules)
    {
        UnicodeFolding.Require();
        Rules = rules;
        _terms = new TermTrie(rules.SelectMany(Terms));
        Fingerprint = FingerprintOf(rules);
    }

    /// <summary>The rules that ship with the factory.</summary>
    public static SafetyRules Shipped { get; } = SafetyRuleFile.Shipped();

    /// <summary>The rules, for <c>alai doctor</c> and the dashboard.</summary>
    public IReadOnlyList<SafetyRule> Rules { get; }

    /// <inheritdoc/>
    public string Fingerprint { get; }

    /// <inheritdoc/>
    public SafetyRuling Judge(TaskText text) =>
        Find(text.Title, TextPart.Title) ?? Find(text.Body, TextPart.Body)
        ?? text.Labels.Select(label => Find(label, TextPart.Label)).FirstOrDefault(ruling => ruling is not null)
        ?? SafetyRuling.Clear;

    private SafetyRuling? Find(string text, TextPart part)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var folded = FoldedText.Of(text);
        return new TermSearch(_terms, folded, part).First() is { } match
            ? new SafetyRuling(true, match.Term.Rule, folded.Quote(match.Start, match.End), part.ToString().ToLowerInvariant())
            : null;
    }

    private static IEnumerable<Term> Terms(SafetyRule rule) =>
        rule.Names.Select(text => Term.Of(rule.Name, text, TermKind.Name))
            .Concat(rule.Words.Select(text => Term.Of(rule.Name, text, TermKind.Word)))
            .Concat(rule.Capitals.Select(text => Term.Of(rule.Name, text, TermKind.Capitals)))
            .Concat(rule.Tags.Select(text => Term.Of(rule.Name, text, TermKind.Tag)));

    /// <summary>Over the rules and the version of the folding: either may turn a clear text into a held one.</summary>
    private static string FingerprintOf(IEnumerable<SafetyRule> rules)
    {
        var all = new StringBuilder("folding ").Append(UnicodeFolding.Version).Append('\n');
        foreach (var rule in rules)
        {
            all.Append(rule.Name).Append('\n');
            foreach (var (kind, list) in new[] { ("n", rule.Names), ("w", rule.Words), ("c", rule.Capitals), ("t", rule.Tags) })
            {
                foreach (var text in list)
                    all.Append(kind).Append(text.Length).Append(':').Append(text).Append('\n');
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
    }
}
