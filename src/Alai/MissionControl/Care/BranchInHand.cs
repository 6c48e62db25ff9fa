using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>A branch of a task that is not over.</summary>
/// <param name="Root">The task.</param>
/// <param name="Product">Its product.</param>
/// <param name="Branch">The branch in the factory's repository.</param>
public sealed record BranchInHand(TaskId Root, string Product, string Branch);
