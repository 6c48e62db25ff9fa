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

    public static Task<Answer> Init(Call call) =>
        Task.FromResult(Answer.Of(new SaidView { Said = HomeTemplate.Write(call.Daemon.Home) }, WireJson.Default.SaidView));

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
