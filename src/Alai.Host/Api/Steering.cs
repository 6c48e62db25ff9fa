using Alai.Client;
using Alai.Client.Views;
using Alai.Host.Wire;

namespace Alai.Host.Api;

/// <summary>Status, halt, init, shutdown.</summary>
internal static class Steering
{
    public static Task<Answer> Status(Call call) =>
        Task.FromResult(Answer.Of(StatusWire.Of(call.Daemon), WireJson.Default.StatusView));

    public static async Task<Answer> HaltAsync(Call call, bool halted)
    {
        var words = await call.BodyAsync(WireJson.Default.HaltWords);
        await call.Factory.Store.SetHaltAsync(halted, call.Actor, words?.Reason ?? "", call.Stop);
        if (!halted)
            call.Factory.Wake.Now();
        return Answer.Of(StatusWire.Of(call.Factory.Reader.Halt()), WireJson.Default.HaltView);
    }

    public static async Task<Answer> InitAsync(Call call)
    {
        var said = HomeTemplate.Write(call.Daemon.Home);
        await FleetReading.ProbeAsync(call, anew: true);
        return Answer.Of(new SaidView { Said = said + Environment.NewLine + Models(FleetWire.Of(call.Factory.Parts.Fleet, call.Daemon.Home)) }, WireJson.Default.SaidView);
    }

    private static string Models(FleetView fleet)
    {
        var hosts = fleet.Hosts.Select(host => host.Up
            ? $"model server {host.Name} at {host.Url} is up and serves {host.Models.Count} models"
            : $"model server {host.Name} at {host.Url} does not answer: {host.Reason}");
        var fixes = fleet.Fixes.Select((fix, index) => (index == 0 ? "To have a model that fits this machine: " : "  then: ") + fix);
        return string.Join(Environment.NewLine, hosts.Concat(fixes));
    }

    public static Task<Answer> Shutdown(Call call)
    {
        // The answer goes out first: ending waits for requests under way.
        call.Http.Response.OnCompleted(() =>
        {
            call.Daemon.Stop();
            return Task.CompletedTask;
        });
        return Task.FromResult(Answer.Of(new SaidView { Said = "The daemon is ending." }, WireJson.Default.SaidView));
    }
}
