namespace Alai.Processes;

/// <summary>The signal a tree gets before it is killed.</summary>
public enum PoliteSignal
{
    /// <summary>SIGTERM.</summary>
    Terminate,

    /// <summary>SIGINT, which some agents need to stop their own children.</summary>
    Interrupt,
}
