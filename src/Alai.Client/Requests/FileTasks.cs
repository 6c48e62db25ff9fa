namespace Alai.Client.Requests;

/// <summary>Many tasks to file in one transaction: all or none.</summary>
public sealed record FileTasks
{
    /// <summary>The tasks; 1 to 200.</summary>
    public IReadOnlyList<FileTask> Tasks { get; set; } = [];
}
