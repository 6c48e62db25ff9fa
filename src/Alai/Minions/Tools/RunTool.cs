namespace Alai.Minions.Tools;

/// <summary>Runs a command in the sandbox.</summary>
internal sealed class RunTool : ITool
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public string Name => "run";

    public string Description => "Run a shell command in the workspace. Each starts fresh: cd and variables do not persist. No network.";

    public IReadOnlyList<ToolParameter> Parameters { get; } =
        [new("command", "for /bin/sh"), new("timeout", "seconds", Required: false, IsNumber: true)];

    public async Task<ToolResult> RunAsync(ToolArguments arguments, ToolRoom room, CancellationToken cancellationToken)
    {
        if (room.Order.Commands is not { } commands)
            return ToolResult.Fail("this run may run no commands");
        var seconds = arguments.Number("timeout");
        var timeout = seconds is > 0 ? TimeSpan.FromSeconds(Math.Min(seconds.Value, Longest.TotalSeconds)) : room.Order.Limits.Command;
        var result = await commands.RunAsync(arguments.Text("command"), timeout, cancellationToken);
        if (result.NotStarted.Length > 0)
            return ToolResult.Fail($"the command could not start: {result.NotStarted}");
        var end = result.TimedOut ? $"killed after {timeout.TotalSeconds:0} s" : $"exit code {result.ExitCode}";
        return new ToolResult($"{end}\n{room.Shorten(result.Output)}".TrimEnd(), result.TimedOut || result.ExitCode != 0);
    }
}
