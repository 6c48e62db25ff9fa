using Alai.Minions;
using Alai.Quality;
using Alai.Sandbox;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>
/// Where an agent works that reads and answers and has no files: nowhere at all, or, for a program of its own, an empty folder in
/// the sandbox.
/// </summary>
internal sealed class EmptyDesk(FactoryParts parts, SandboxStation station)
{
    /// <summary>Runs an agent that may neither write nor run anything.</summary>
    public async Task<WorkReport> RunAsync(IMinion minion, WorkOrder order, IRunLog log, CancellationToken cancellationToken)
    {
        if (minion.Name != MinionNames.ClaudeCli)
            return await minion.RunAsync(order, log, cancellationToken);
        var choice = await station.ChooseAsync(SandboxLevel.S1, cancellationToken);
        if (choice.Sandbox is not { } sandbox)
            return new WorkReport { Failure = RunOutcome.SandboxUnavailable, Reason = choice.Refusal! };
        var folder = Path.Combine(parts.Home.Caches, "scratch", $"desk-{order.Key.Run.Value}");
        Directory.CreateDirectory(folder);
        try
        {
            var seated = order with
            {
                ReadOnly = true,
                Folder = folder,
                Commands = new SandboxCommands(sandbox, Spec(folder)),
                SandboxLevel = choice.Level.ToString(),
            };
            return await minion.RunAsync(seated, log, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static SandboxSpec Spec(string folder) => new()
    {
        Command = ["true"],
        Workspace = folder,
        Directory = folder,
        Environment = VerificationEnvironment.With(null),
        Network = SandboxNetwork.None,
    };
}
