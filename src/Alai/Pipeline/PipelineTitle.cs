using Alai.Tasks;

namespace Alai.Pipeline;

/// <summary>Titles of stage tasks: <c>[BENTO-REVIEW] Add a menu (parent: #12)</c>.</summary>
public static class PipelineTitle
{
    /// <summary>The title.</summary>
    /// <param name="product">The product's name; <c>TASK</c> stands for none.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="text">The root's title.</param>
    /// <param name="parent">The task that caused it, or null for the first stage, which is filed with its root.</param>
    public static string For(string product, Stage stage, string text, TaskId? parent)
    {
        var prefix = product.Length == 0 ? "TASK" : product.ToUpperInvariant();
        var ending = parent is { } id ? $" (parent: {id})" : "";
        return $"[{prefix}-{SnakeWord<Stage>.Of(stage).ToUpperInvariant()}] {text}{ending}";
    }
}
