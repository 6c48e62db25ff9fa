namespace Alai.Tasks;

/// <summary>What sort of work a task is.</summary>
public enum TaskKind
{
    /// <summary>Something new.</summary>
    Feature,

    /// <summary>Something broken.</summary>
    Bugfix,

    /// <summary>The same behaviour in a better shape.</summary>
    Refactor,

    /// <summary>A weakness to close.</summary>
    SecurityFix,

    /// <summary>Words for people.</summary>
    Docs,

    /// <summary>A new product or part from nothing.</summary>
    Scaffold,

    /// <summary>Tests alone.</summary>
    Tests,

    /// <summary>Deployment and infrastructure.</summary>
    Operations,

    /// <summary>An answer, no file change.</summary>
    Question,

    /// <summary>Something a person does outside the repository.</summary>
    Errand,
}
