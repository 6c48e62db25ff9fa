namespace Alai.Rehearsal;

/// <summary>How a scripted model server is started.</summary>
public sealed record RehearsalOptions
{
    /// <summary>The script, when it is not in a file.</summary>
    public RehearsalScript? Script { get; init; }

    /// <summary>A script file, JSON or YAML.</summary>
    public string? ScriptFile { get; init; }

    /// <summary>The port on 127.0.0.1; 0 lets the system choose.</summary>
    public int Port { get; init; }

    /// <summary>The clock of delays.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
