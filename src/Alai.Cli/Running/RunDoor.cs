using Alai.Cli.Reaching;
using Alai.Client;
using Alai.Client.Requests;
using Alai.Client.Views;

namespace Alai.Cli.Running;

/// <summary>A way to a factory that works: the daemon's, or one hosted for this run; with the project looked at.</summary>
internal sealed class RunDoor(CliContext context, RunAsked asked)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Opens it. A daemon that only performs another command's operation is waited for.</summary>
    public async Task<(DaemonLink Link, Reply<ReadinessView> Ready)> OpenAsync(CancellationToken cancellationToken)
    {
        string[] words = asked.Unsandboxed ? ["--scheduler", "--unsandboxed"] : ["--scheduler"];
        var began = context.World.Time.GetTimestamp();
        while (true)
        {
            var link = await new DaemonDoor(context).OpenAsync(cancellationToken, words);
            if (link.Client is not { } client)
                return (link, new Reply<ReadinessView> { Problem = link.Problem, Status = System.Net.HttpStatusCode.ServiceUnavailable });
            try
            {
                var ready = await client.Fleet.PrepareAsync(new PrepareRun { Path = asked.Project }, cancellationToken);
                if (ready.Value is not { Scheduler: false } || context.World.Time.GetElapsedTime(began) > Patience)
                    return (link, ready);
            }
            catch (HttpRequestException) when (context.World.Time.GetElapsedTime(began) < Patience)
            {
                // It ended between our finding it and our asking.
            }
            catch
            {
                await link.DisposeAsync();
                throw;
            }

            await link.DisposeAsync();
            await Task.Delay(Pause, context.World.Time, cancellationToken);
        }
    }

    /// <summary>Why the run cannot begin, or null.</summary>
    public Problem? Refusal(ReadinessView ready, bool isOwn)
    {
        if (!ready.Fleet.CanWork)
            return NoModel(ready.Fleet);
        if (ready.Halted)
            return new Problem("Dispatch is halted, so nothing starts.", Hint: "go on: alai resume");
        if (asked.Unsandboxed && !ready.AllowsUnsandboxed && !isOwn)
        {
            return new Problem(
                $"The daemon of {context.Home} was started without --unsandboxed, so it runs nothing without a sandbox.",
                Hint: "end it (alai down) and run this again, or start it with: alai up --unsandboxed");
        }

        return ready.SandboxRefusal.Length == 0 ? null : new Problem(
            "No sandbox works here, so the agent does not start.", Found: ready.SandboxRefusal, Hint: "alai doctor shows what was tried; --unsandboxed goes on without, at your own risk");
    }

    private static Problem NoModel(FleetView fleet) => new(
        "No model can do the work.",
        "a model server that answers and serves a model",
        string.Join("; ", [.. fleet.Hosts.Select(Seen), .. fleet.Derived ? [] : fleet.Tiers.Where(tier => tier.Problem.Length > 0).Select(tier => $"tier {tier.Tier}: {tier.Problem}")]),
        string.Join("\n             ", fleet.Fixes));

    private static string Seen(HostView host) => host.Up
        ? $"{host.Url} ({host.Name}) answers and serves {(host.Models.Count == 0 ? "no model" : string.Join(", ", host.Models.Select(model => model.Name)))}"
        : $"{host.Url} ({host.Name}): {host.Reason}";
}
