using System.Globalization;
using Alai.Client.Requests;
using Alai.Client.Views;

namespace Alai.Client;

/// <summary>Calls about pipelines, and about what a period brought and cost.</summary>
public sealed class PipelineCalls
{
    private readonly FactoryClient client;

    internal PipelineCalls(FactoryClient client) => this.client = client;

    /// <summary>A root's way through its pipeline.</summary>
    public Task<Reply<PipelineView>> ShowAsync(long id, CancellationToken cancellationToken) =>
        client.GetAsync($"v1/pipelines/{id}", WireJson.Default.PipelineView, cancellationToken);

    /// <summary>Brings a root on that waits for the factory; doing it twice does nothing more.</summary>
    public Task<Reply<ChangeView>> AdvanceAsync(long id, CancellationToken cancellationToken) =>
        client.PostAsync($"v1/pipelines/{id}/advance", new Sent<VerbWords>(new VerbWords(), WireJson.Default.VerbWords), WireJson.Default.ChangeView, cancellationToken);

    /// <summary>Reads and checks a pipeline file.</summary>
    public Task<Reply<ProblemsView>> ValidateAsync(ValidatePipeline file, CancellationToken cancellationToken) =>
        client.PostAsync("v1/pipelines/validate", new Sent<ValidatePipeline>(file, WireJson.Default.ValidatePipeline), WireJson.Default.ProblemsView, cancellationToken);

    /// <summary>What happened since a moment.</summary>
    public Task<Reply<ReportView>> ReportAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        client.GetAsync("v1/report" + From(since), WireJson.Default.ReportView, cancellationToken);

    /// <summary>What was spent since a moment.</summary>
    public Task<Reply<CostView>> CostAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        client.GetAsync("v1/cost" + From(since), WireJson.Default.CostView, cancellationToken);

    private static string From(DateTimeOffset since) => "?since=" + Uri.EscapeDataString(since.ToString("O", CultureInfo.InvariantCulture));
}
