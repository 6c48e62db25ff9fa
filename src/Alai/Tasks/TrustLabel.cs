namespace Alai.Tasks;

/// <summary>How far a piece of text may be believed; the lowest in a run's context bounds what the run may cause.</summary>
public enum TrustLabel
{
    /// <summary>Web pages, knowledge entries.</summary>
    Web,

    /// <summary>Output of a tool.</summary>
    ToolOutput,

    /// <summary>Text of the product's repository.</summary>
    Repository,

    /// <summary>Who filed the task.</summary>
    Filer,

    /// <summary>Who runs the factory.</summary>
    Operator,
}
