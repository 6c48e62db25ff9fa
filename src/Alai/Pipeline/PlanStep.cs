using Alai.Tasks;

namespace Alai.Pipeline;

/// <summary>One step of a plan.</summary>
/// <param name="Stage">The stage, or null for a landing.</param>
/// <param name="When"><c>always</c>, <c>deploy</c> or <c>docs</c>.</param>
public sealed record PlanStep(Stage? Stage, string When = "always")
{
    /// <summary>How a landing is written.</summary>
    internal const string LandWord = "land";

    /// <summary>Whether it lands what the stages before it made.</summary>
    public bool Lands => Stage is null;

    /// <summary>Whether it judges and changes nothing.</summary>
    public bool Judges => Stage is Tasks.Stage.Review or Tasks.Stage.Security;

    /// <summary>As it is written.</summary>
    public string Word => Stage is { } stage ? SnakeWord<Stage>.Of(stage) : LandWord;

    /// <summary>Whether it applies to a task with these flags.</summary>
    public bool Applies(bool deploy, bool docs) => When switch { "deploy" => deploy, "docs" => docs, _ => true };
}
