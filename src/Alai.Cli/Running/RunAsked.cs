using Alai.Client.Requests;

namespace Alai.Cli.Running;

/// <summary>What <c>alai run</c> was given.</summary>
/// <param name="Task">The task to file; its product is found by the project.</param>
/// <param name="Project">The absolute folder of the project.</param>
/// <param name="Unsandboxed">Whether it may go on where no sandbox works.</param>
/// <param name="Timeout">How long to watch, or null for as long as it takes.</param>
internal sealed record RunAsked(FileTask Task, string Project, bool Unsandboxed, TimeSpan? Timeout);
