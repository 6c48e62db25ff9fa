namespace Alai.Tasks;

/// <summary>One legal move of <see cref="TaskStateTable"/>.</summary>
/// <param name="From">The state before.</param>
/// <param name="To">The state after.</param>
/// <param name="PersonOnly">Whether only a person may make it.</param>
/// <param name="When">What makes it happen, in a few words.</param>
public sealed record TaskStateMove(TaskState From, TaskState To, bool PersonOnly, string When);
