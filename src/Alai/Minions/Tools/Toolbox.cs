using System.Text;
using System.Text.Json;
using Alai.Fleet;

namespace Alai.Minions.Tools;

/// <summary>The tools of one run, and the doors they share.</summary>
internal sealed class Toolbox
{
    private readonly Dictionary<string, ITool> _tools;

    public Toolbox(IEnumerable<ITool> tools)
    {
        Tools = [.. tools];
        _tools = Tools.ToDictionary(tool => tool.Name, StringComparer.Ordinal);
        Offers = [.. Tools.Select(tool => new ToolOffer(tool.Name, tool.Description, Schema(tool)))];
    }

    /// <summary>The tools in the order they are offered.</summary>
    public IReadOnlyList<ITool> Tools { get; }

    /// <summary>As a server with native calls is told.</summary>
    public IReadOnlyList<ToolOffer> Offers { get; }

    /// <summary>The tools an order allows.</summary>
    public static Toolbox For(WorkOrder order)
    {
        ITool[] reading = [new ReadFileTool(), new SearchTool(), new ListTool()];
        if (order.ReadOnly)
            return new Toolbox(reading);
        ITool[] writing = [new WriteFileTool(), new EditFileTool()];
        ITool[] running = order.Commands is null ? [] : [new RunTool()];
        return new Toolbox([reading[0], .. writing, .. reading[1..], .. running, new FinishTool()]);
    }

    /// <summary>What is wrong with a call, or empty. Teaches: names the tools there are and what this one takes.</summary>
    public string Problem(ToolCall call) => !_tools.TryGetValue(call.Name, out var tool)
        ? $"there is no tool '{call.Name}'; the tools are: {string.Join(", ", _tools.Keys)}"
        : ToolArguments.Check(tool, call.Arguments).Problem;

    /// <summary>Does a call. A broken disk or folder is the model's to read, not ours to die of.</summary>
    public async Task<ToolResult> RunAsync(ToolCall call, ToolRoom room, CancellationToken cancellationToken)
    {
        if (Problem(call) is { Length: > 0 } problem)
            return ToolResult.Fail(problem);
        try
        {
            var tool = _tools[call.Name];
            return await tool.RunAsync(ToolArguments.Check(tool, call.Arguments).Arguments!, room, cancellationToken);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return ToolResult.Fail($"{call.Name} failed: {broken.Message}");
        }
    }

    private static string Schema(ITool tool)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", "object");
            json.WriteStartObject("properties");
            foreach (var parameter in tool.Parameters)
            {
                json.WriteStartObject(parameter.Name);
                json.WriteString("type", parameter.IsNumber ? "integer" : "string");
                json.WriteString("description", parameter.Meaning);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteStartArray("required");
            foreach (var parameter in tool.Parameters.Where(parameter => parameter.Required))
                json.WriteStringValue(parameter.Name);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
