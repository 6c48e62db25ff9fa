namespace Alai.Client.Views;

/// <summary>The backups that lie there.</summary>
public sealed record BackupListView
{
    /// <summary>Newest first.</summary>
    public IReadOnlyList<BackupView> Backups { get; init; } = [];
}
