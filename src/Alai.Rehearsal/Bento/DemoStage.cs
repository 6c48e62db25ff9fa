using Alai.Orchestration;
using Alai.Processes;
using Alai.Products;
using Microsoft.Extensions.Logging;

namespace Alai.Rehearsal.Bento;

/// <summary>Everything the demo needs around it: the scripted model server, the home, the product, the factory.</summary>
internal sealed class DemoStage : IAsyncDisposable
{
    private readonly FakeOllama server;
    private readonly ChildProcesses children;

    private DemoStage(FakeOllama server, ChildProcesses children, Factory factory, BentoPaths paths, BentoProduct product) =>
        (this.server, this.children, Factory, Paths, Product) = (server, children, factory, paths, product);

    public Factory Factory { get; }

    public BentoPaths Paths { get; }

    public BentoProduct Product { get; }

    /// <summary>Sets the stage in an empty home.</summary>
    public static async Task<DemoStage> SetAsync(FactoryOptions options, CancellationToken cancellationToken)
    {
        var home = Path.GetFullPath(options.Home);
        var paths = new BentoPaths(home, Path.Combine(home, "bento"));
        Directory.CreateDirectory(Path.Combine(home, "products"));
        var processes = new ChildProcesses(options.Time, options.Logs.CreateLogger<ChildProcesses>());
        FakeOllama? models = null;
        try
        {
            var product = new BentoProduct(processes, options.Environment);
            await product.WriteAsync(paths.Repository, cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(home, "products", "bento.yaml"), ProductFile.Write(BentoProduct.Describe(paths.Repository)), cancellationToken);
            models = await RehearsalServer.StartAsync(new RehearsalOptions { Script = BentoScript.Create() }, cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(home, "alai.yaml"), Settings(models.Url), cancellationToken);
            // Only here a run without a sandbox may land by itself: scripted agent, generated product.
            var factory = AlaiServices.Open(options with { AllowUnsandboxed = true, AllowUnsandboxedLanding = true });
            return new DemoStage(models, processes, factory, paths, product);
        }
        catch
        {
            if (models is not null)
                await models.DisposeAsync();
            processes.Dispose();
            throw;
        }
    }

    /// <summary>Stops the kitchen, the factory and the model server; the home stays.</summary>
    public async ValueTask DisposeAsync()
    {
        await Factory.DisposeAsync();
        if (Directory.Exists(Paths.Staging))
            await Product.StopKitchenAsync(Paths.Repository, Paths.Staging, CancellationToken.None);
        await server.DisposeAsync();
        children.Dispose();
    }

    private static string Settings(Uri address) => $"""
        # The demo's factory: one scripted model server. Landing by itself is switched on for the demo's own product alone.
        fleet:
          hosts:
            - name: rehearsal
              url: "{address.ToString().TrimEnd('/')}"
              max_runs: 3
        orchestrator:
          tick_s: 5
          max_runs: 3
        landing: ask

        """;
}
