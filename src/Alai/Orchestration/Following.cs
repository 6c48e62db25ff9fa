using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>What follows a finished stage, ready to be written.</summary>
/// <param name="Root">What becomes of the root, or null when it stays.</param>
/// <param name="Children">Tasks to file.</param>
/// <param name="Outbox">Side effects to come.</param>
/// <param name="Text">One line for the history.</param>
internal sealed record Following(
    TaskMove? Root,
    IReadOnlyList<NewTask> Children,
    IReadOnlyList<OutboxItem> Outbox,
    string Text);
