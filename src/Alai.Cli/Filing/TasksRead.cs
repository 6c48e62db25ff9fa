using Alai.Client;
using Alai.Client.Requests;

namespace Alai.Cli.Filing;

/// <summary>The tasks of a file, or why there are none.</summary>
/// <param name="Tasks">The tasks, in the file's order; none when there is a problem.</param>
/// <param name="Problem">Why the file was not understood, or null.</param>
internal sealed record TasksRead(IReadOnlyList<FileTask> Tasks, Problem? Problem)
{
    /// <summary>Where each task stands, as <c>FILE:LINE</c>.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    public static TasksRead Refused(Problem problem) => new([], problem);
}
