namespace Alai.Tasks;

/// <summary>Where a task stands in its family.</summary>
/// <param name="Root">The root; the task itself when it is one.</param>
/// <param name="Parent">The task that caused this one, if any.</param>
/// <param name="Stage">The stage, or null for a root.</param>
/// <param name="Round">0 for the first BUILD, one more for each rework.</param>
public sealed record Lineage(TaskId Root, TaskId? Parent, Stage? Stage, int Round = 0);
