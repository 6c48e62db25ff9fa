namespace Alai.Minions.Tools;

/// <summary>Asks to end. The daemon verifies afterwards; the words are no evidence.</summary>
internal sealed class FinishTool : ITool
{
    public string Name => "finish";

    public string Description => "Say that the task is done. It is then verified.";

    public IReadOnlyList<ToolParameter> Parameters { get; } =
        [new("summary", "what was changed and why"), new("evidence", "what you saw that shows it works", Required: false)];

    public Task<ToolResult> RunAsync(ToolArguments arguments, ToolRoom room, CancellationToken cancellationToken) =>
        Task.FromResult(new ToolResult(arguments.Text("summary")) { Finished = true });
}
