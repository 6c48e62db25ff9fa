using Alai.Quality;
using Alai.Sandbox;
using Alai.Workspaces;

namespace Alai.Orchestration;

/// <summary>How the sandbox of a workspace is set up: the files to write, set-up and git metadata to read, no network.</summary>
internal static class WorkspaceSpec
{
    public static SandboxSpec Of(Ground ground, Workspace workspace)
    {
        var setup = ground.Plan.Setup;
        List<string> readable = [workspace.GitDirectory];
        if (setup is not null)
            readable.Add(setup.Folder);
        return new SandboxSpec
        {
            Command = ["true"],
            Workspace = workspace.Path,
            Directory = workspace.ProductRoot,
            ReadOnlyRoots = readable,
            Environment = VerificationEnvironment.With(setup?.Environment),
            Network = SandboxNetwork.None,
        };
    }
}
