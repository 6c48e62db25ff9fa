using Alai.Tasks;

namespace Alai.Classifying;

/// <summary>Classifies by words and signs of size, in microseconds and without a model. Pure.</summary>
public static class RuleClassifier
{
    private static readonly string[] DeployWords = ["deploy*", "roll out", "ship it", "go live", "publish", "release it", "rull ut", "produksjonssett*", "pusti u", "ausrollen"];
    private static readonly string[] DocsWords = ["document*", "readme", "docs", "changelog", "user guide", "dokument*"];

    /// <summary>Classifies a text.</summary>
    /// <param name="text">Title, body, labels.</param>
    /// <param name="product">The product's name, whose own words say nothing; may be empty.</param>
    public static Classification Classify(TaskText text, string product = "")
    {
        var words = new TaskWords(text, product);
        var kinds = KindWords.Table.Score(words);
        var domains = DomainWords.Table.Score(words);
        var kind = kinds.Count > 0 ? kinds[0].Value : text.Title.TrimEnd().EndsWith('?') ? TaskKind.Question : TaskKind.Feature;
        if (text.Title.TrimEnd().EndsWith('?') && kind is not TaskKind.Bugfix)
            kind = TaskKind.Question;
        var domain = domains.Count > 0 ? domains[0].Value : Fallback(kind);
        // "Document the API" is about documents, whatever they are about; a privacy policy is the lawyers'.
        if (kind == TaskKind.Docs && domain != Domain.Legal)
            domain = Domain.Documentation;
        var (complexity, size) = ComplexityRule.Judge(words, kind);

        return new Classification(
            complexity, domain, kind, Confidence(Scores(kinds), Scores(domains)), "rules",
            $"{Said(SnakeWord<TaskKind>.Of(kind), kinds.FirstOrDefault(k => k.Value == kind).Word)}; "
            + $"{Said(SnakeWord<Domain>.Of(domain), domains.FirstOrDefault(d => d.Value == domain).Word)}; complexity {complexity}: {size}",
            SuggestsDeploy: Any(words, DeployWords), SuggestsDocs: kind != TaskKind.Docs && Any(words, DocsWords));
    }

    private static Domain Fallback(TaskKind kind) => kind switch
    {
        TaskKind.SecurityFix => Domain.Security,
        TaskKind.Docs => Domain.Documentation,
        TaskKind.Tests => Domain.Quality,
        TaskKind.Operations => Domain.Operations,
        _ => Domain.General,
    };

    private static bool Any(TaskWords words, string[] signs) => signs.Any(sign => words.Weigh(sign) > 0);

    private static string Said(string value, string? word) => string.IsNullOrEmpty(word) ? value : $"{value} by '{word.TrimEnd('*')}'";

    private static List<int> Scores<T>(IReadOnlyList<(T Value, int Score, string Word)> found) => [.. found.Select(f => f.Score)];

    /// <summary>Between 0.2 (nothing spoke) and 0.95: how far the first answer leads the second, on both questions.</summary>
    private static double Confidence(List<int> kinds, List<int> domains) =>
        Math.Round(Math.Clamp((Lead(kinds) + Lead(domains)) / 2, 0.2, 0.95), 2);

    private static double Lead(List<int> scores) => scores.Count switch
    {
        0 => 0.2,
        1 => Math.Min(0.95, 0.6 + (scores[0] * 0.05)),
        _ => 0.4 + (0.5 * (scores[0] - scores[1]) / scores[0]),
    };
}
