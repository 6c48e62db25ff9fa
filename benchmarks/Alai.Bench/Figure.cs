namespace Alai.Bench;

/// <summary>One measured number.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Goal">The number it must reach, or null.</param>
/// <param name="AtMost">Whether the goal is a ceiling; otherwise a floor.</param>
internal sealed record Figure(string Name, double Value, string Unit, double? Goal = null, bool AtMost = true)
{
    /// <summary>Null without a goal.</summary>
    public bool? Met => Goal is { } goal ? (AtMost ? Value <= goal : Value >= goal) : null;
}
