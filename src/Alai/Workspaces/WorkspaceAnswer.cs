namespace Alai.Workspaces;

/// <summary>A value, or why there is none.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
/// <param name="Value">The value; null exactly when there is a problem.</param>
/// <param name="Problem">The problem, or null.</param>
public sealed record WorkspaceAnswer<T>(T? Value, WorkspaceProblem? Problem)
    where T : class
{
    /// <summary>The value of an answer that must be one.</summary>
    /// <exception cref="Tasks.FactoryException">There is a problem instead.</exception>
    public T Must() => Value ?? throw new Tasks.FactoryException(
        Problem?.Text ?? "nothing was answered", Problem?.Fix ?? "look at the log", Problem?.IsTransient ?? false);
}
