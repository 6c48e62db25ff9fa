using Alai.Rehearsal;
using Alai.Tasks;

namespace Alai.Tests.Orchestration;

/// <summary>How an agent behaves, and what must come of it.</summary>
/// <param name="Name">A word.</param>
/// <param name="Product">The product it works on.</param>
/// <param name="First">How its first run must be recorded.</param>
/// <param name="End">Where the work must stand then.</param>
/// <param name="Turns">What the model says, turn by turn; the last repeats.</param>
internal sealed record AgentCase(string Name, string Product, RunOutcome First, Stand End, params RehearsalAnswer[] Turns)
{
    public string Title => $"Add a thing ({Name})";

    public RehearsalRule Rule => Says.To(Title, Turns);
}

/// <summary>Where work may stand after an agent.</summary>
internal enum Stand
{
    /// <summary>Proved; the root waits for a person's landing.</summary>
    Proved,

    /// <summary>A person must look at the result.</summary>
    AsksPerson,

    /// <summary>Every attempt failed.</summary>
    Exhausted,

    /// <summary>Waits for a better time, no attempt used.</summary>
    BacksOff,
}
