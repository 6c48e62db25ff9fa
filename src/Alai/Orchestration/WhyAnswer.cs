using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>The exact rule that keeps a task where it is.</summary>
/// <param name="Task">The task.</param>
/// <param name="Reason">A hold code, a skip reason or a state, as a word.</param>
/// <param name="Sentence">One sentence.</param>
/// <param name="Facts">The figures behind it, one a line.</param>
/// <param name="NextStep">What to do, or empty when it passes by itself.</param>
public sealed record WhyAnswer(
    FactoryTask Task,
    string Reason,
    string Sentence,
    IReadOnlyList<string> Facts,
    string NextStep);
