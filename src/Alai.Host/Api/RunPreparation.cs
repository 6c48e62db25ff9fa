using System.Net;
using Alai.Client;
using Alai.Client.Views;
using Alai.Host.Wire;
using Alai.Orchestration;
using Alai.Sandbox;
using Alai.Workspaces;

namespace Alai.Host.Api;

/// <summary>What must be right before a run on somebody's project is filed: product, base commit, sandbox, models.</summary>
internal static class RunPreparation
{
    public static async Task<Answer> PrepareAsync(Call call)
    {
        var words = await call.BodyAsync(WireJson.Default.PrepareRun);
        if (words is null || words.Path.Length == 0)
            return Answer.Bad("A project was expected.", "the folder of a checkout", "nothing");
        var added = call.Factory.Registration.Add(words.Path, words.Name);
        if (added.Product is not { } product)
            return Answer.No(HttpStatusCode.Conflict, new Problem(added.Refusal ?? "The project was not registered."));
        var fetched = await call.Factory.Repositories.Of(product).FetchBaseAsync(call.Stop);
        if (fetched.Value is not { } start)
        {
            Forget(call, added);
            return Answer.No(HttpStatusCode.Conflict, new Problem(fetched.Problem!.Text, Hint: fetched.Problem.Fix));
        }

        await FleetReading.ProbeAsync(call, anew: true);
        return Answer.Of(await ReadyAsync(call, added, start), WireJson.Default.ReadinessView);
    }

    // What cannot be worked on is not left behind as a product.
    private static void Forget(Call call, ProductAnswer added)
    {
        if (added.File is null)
            return;
        File.Delete(added.File);
        call.Factory.Configuration.Run();
    }

    private static async Task<ReadinessView> ReadyAsync(Call call, ProductAnswer added, BaseCommit start)
    {
        var factory = call.Factory;
        var product = added.Product!;
        var sandbox = await factory.Sandboxes.ChooseAsync(Enum.Parse<SandboxLevel>(factory.Settings.Safety.Sandbox), call.Stop);
        var file = added.File ?? Path.Combine(call.Daemon.Home, "products", product.Name + ".yaml");
        return new ReadinessView
        {
            Product = CatalogueWire.Of(product, file) with { Notes = added.Notes },
            IsNewProduct = added.File is not null,
            Base = start.Commit,
            Branch = start.Branch ?? "",
            UncommittedFiles = start.UncommittedFiles,
            Sandbox = sandbox.Level.ToString(),
            SandboxRefusal = sandbox.Refusal ?? "",
            AllowsUnsandboxed = factory.Parts.Options.AllowUnsandboxed,
            Scheduler = factory.Health.SchedulerRuns,
            Halted = factory.Reader.Halt().Halted,
            Fleet = FleetWire.Of(factory.Parts.Fleet, call.Daemon.Home),
        };
    }
}
