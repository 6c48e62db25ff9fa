namespace Alai.Tasks;

/// <summary>How hard a task is, in what field, of what sort, and who said so.</summary>
/// <param name="Complexity">1 (trivial) to 5 (a person's).</param>
/// <param name="Domain">The field.</param>
/// <param name="Kind">The sort of work.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="By"><c>rules</c>, or <c>model:NAME</c>.</param>
/// <param name="Why">One line: what was matched or said.</param>
/// <param name="SuggestsDeploy">Whether the text speaks of deployment; a suggestion, never an order.</param>
/// <param name="SuggestsDocs">Whether the text speaks of documentation; a suggestion.</param>
public sealed record Classification(
    int Complexity,
    Domain Domain,
    TaskKind Kind,
    double Confidence,
    string By,
    string Why,
    bool SuggestsDeploy = false,
    bool SuggestsDocs = false);
