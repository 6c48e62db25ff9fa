namespace Alai.Minions.Tools;

/// <summary>Something a model may do.</summary>
internal interface ITool
{
    /// <summary>Its name.</summary>
    string Name { get; }

    /// <summary>One line for the model.</summary>
    string Description { get; }

    /// <summary>Its arguments in order.</summary>
    IReadOnlyList<ToolParameter> Parameters { get; }

    /// <summary>Does it. Arguments have been checked against <see cref="Parameters"/>.</summary>
    Task<ToolResult> RunAsync(ToolArguments arguments, ToolRoom room, CancellationToken cancellationToken);
}
