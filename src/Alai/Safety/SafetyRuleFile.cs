using Alai.Tasks;
using Alai.Yaml;

namespace Alai.Safety;

/// <summary>Reads <c>safety.yaml</c>: the home's, else the one that ships inside the factory.</summary>
public static class SafetyRuleFile
{
    /// <summary>What such a file may hold.</summary>
    public static YamlShape Shape { get; } = new("safety.yaml",
    [
        new("rules", YamlKind.Maps, "The rules, in order; the first to match is named.") { Required = true },
        new("rules.name", YamlKind.Text, "The name shown when it matches.") { Required = true },
        new("rules.why", YamlKind.Text, "Why such work needs a person."),
        new("rules.names", YamlKind.Texts, "Proper names: any case, also in pieces and inside identifiers."),
        new("rules.words", YamlKind.Texts, "Words and phrases in any case; a trailing * leaves the end open."),
        new("rules.capitals", YamlKind.Texts, "Words that count only in capitals."),
        new("rules.tags", YamlKind.Texts, "Tags: [TAG], a label, or a title beginning with TAG:"),
    ]);

    /// <summary>Reads the home's file, or the shipped rules when there is none.</summary>
    /// <param name="path">Where the owner's file would be; null for the shipped rules.</param>
    /// <returns>The rules, or null with every problem: a broken file never means "no rules".</returns>
    public static SafetyRuleLoad Load(string? path) =>
        path is null || !File.Exists(path) ? new SafetyRuleLoad(SafetyRules.Shipped, []) : Read(YamlDocument.Load(path));

    /// <summary>Reads a text.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="file">The name printed with problems.</param>
    public static SafetyRuleLoad Parse(string text, string file) => Read(YamlDocument.Parse(text, file));

    /// <summary>The text of the shipped rules, for <c>alai init</c> and for reading.</summary>
    public static string ShippedText()
    {
        using var stream = typeof(SafetyRuleFile).Assembly.GetManifestResourceStream("Alai.Safety.safety.yaml")
            ?? throw new FactoryException("The shipped safety rules are not inside this build.", "Build ALAI again from its sources.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    internal static SafetyRules Shipped()
    {
        var load = Parse(ShippedText(), "safety.yaml");
        return load.Rules ?? throw new FactoryException(
            $"The shipped safety rules cannot be read: {string.Join("; ", load.Problems)}", "Build ALAI again from its sources.");
    }

    private static SafetyRuleLoad Read(YamlDocument document)
    {
        var problems = new List<ConfigProblem>();
        var root = Shape.Check(document, problems);
        var rules = root?.Maps("rules").Select(map => Rule(map, problems)).ToList() ?? [];
        if (root is not null && rules.Count == 0 && problems.Count == 0)
            problems.Add(new ConfigProblem(root.File, 0, "expected at least one rule; to work without the rail is not possible"));
        foreach (var twice in rules.GroupBy(rule => rule.Name).Where(group => group.Count() > 1))
            problems.Add(new ConfigProblem(root!.File, 0, $"expected each rule once; found '{twice.Key}' {twice.Count()} times"));
        return problems.Count > 0 ? new SafetyRuleLoad(null, problems) : new SafetyRuleLoad(new SafetyRules(rules), []);
    }

    private static SafetyRule Rule(YamlMap map, List<ConfigProblem> problems)
    {
        var rule = new SafetyRule
        {
            Name = map.Text("name") ?? "",
            Why = map.Text("why") ?? "",
            Names = map.Texts("names") ?? [],
            Words = map.Texts("words") ?? [],
            Capitals = map.Texts("capitals") ?? [],
            Tags = map.Texts("tags") ?? [],
        };
        string[] terms = [.. rule.Names, .. rule.Words, .. rule.Capitals, .. rule.Tags];
        if (terms.Length == 0)
            problems.Add(map.Problem($"expected names, words, capitals or tags in the rule '{rule.Name}'; found none, so it could never match"));
        // One letter alone would hold half of all texts.
        foreach (var term in terms.Where(term => Term.Of("", term, TermKind.Word).Plain.Length < 2))
            problems.Add(map.Problem($"expected at least two letters in '{term}' of the rule '{rule.Name}'"));
        return rule;
    }
}
