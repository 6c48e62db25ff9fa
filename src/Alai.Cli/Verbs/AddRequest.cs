using Alai.Client.Requests;

namespace Alai.Cli.Verbs;

/// <summary>What <c>task add</c> was given.</summary>
/// <param name="Task">The task, or what every task of the file shares.</param>
/// <param name="File">The file, <c>-</c> for standard input, or null.</param>
internal sealed record AddRequest(FileTask Task, string? File);
