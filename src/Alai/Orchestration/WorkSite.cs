using Alai.Pipeline;
using Alai.Workspaces;

namespace Alai.Orchestration;

/// <summary>Where an agent changes files, and with what it starts.</summary>
/// <param name="Ground">What the stage stands on.</param>
/// <param name="Workspace">The worktree of this run.</param>
/// <param name="Input">What earlier stages left.</param>
internal sealed record WorkSite(Ground Ground, Workspace Workspace, StageInput Input);
