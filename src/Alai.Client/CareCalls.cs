using Alai.Client.Requests;
using Alai.Client.Views;

namespace Alai.Client;

/// <summary>Calls about the store itself: check, backup, export, import.</summary>
public sealed class CareCalls
{
    private readonly FactoryClient client;

    internal CareCalls(FactoryClient client) => this.client = client;

    /// <summary>Checks the store, and accepts what is there when asked to.</summary>
    public Task<Reply<StoreCheckView>> CheckAsync(CheckStore words, CancellationToken cancellationToken) =>
        client.PostAsync("v1/db/check", new Sent<CheckStore>(words, WireJson.Default.CheckStore), WireJson.Default.StoreCheckView, cancellationToken);

    /// <summary>Makes a backup.</summary>
    public Task<Reply<BackupView>> BackUpAsync(BackUp words, CancellationToken cancellationToken) =>
        client.PostAsync("v1/db/backups", new Sent<BackUp>(words, WireJson.Default.BackUp), WireJson.Default.BackupView, cancellationToken);

    /// <summary>The backups of the home's own folder.</summary>
    public Task<Reply<BackupListView>> BackupsAsync(CancellationToken cancellationToken) =>
        client.GetAsync("v1/db/backups", WireJson.Default.BackupListView, cancellationToken);

    /// <summary>Writes everything as one bundle.</summary>
    public Task<Reply<ExportView>> ExportAsync(ExportTo words, CancellationToken cancellationToken) =>
        client.PostAsync("v1/db/export", new Sent<ExportTo>(words, WireJson.Default.ExportTo), WireJson.Default.ExportView, cancellationToken);

    /// <summary>Takes a bundle, or the issues of another tracker.</summary>
    public Task<Reply<ImportView>> ImportAsync(ImportFrom words, CancellationToken cancellationToken) =>
        client.PostAsync("v1/db/import", new Sent<ImportFrom>(words, WireJson.Default.ImportFrom), WireJson.Default.ImportView, cancellationToken);
}
