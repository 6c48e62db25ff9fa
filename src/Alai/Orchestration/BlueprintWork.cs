using Alai.Companies;
using Alai.Minions;
using Alai.Prompting;
using Alai.Workspaces;

namespace Alai.Orchestration;

/// <summary>A blueprint about to be worked through.</summary>
/// <param name="Blueprint">The steps; null is the task alone in one go.</param>
/// <param name="Brief">The prompt of each goal, but for the goal.</param>
/// <param name="Order">The order of each goal, but for the prompt.</param>
/// <param name="Workspace">The files.</param>
internal sealed record BlueprintWork(Blueprint? Blueprint, PromptInput Brief, WorkOrder Order, Workspace Workspace);
