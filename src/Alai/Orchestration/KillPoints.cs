using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>
/// The points between two steps at which a kill must do no harm. They do nothing but tell <see cref="FactoryOptions.AtPoint"/>;
/// tests end the factory there, and <c>alaid</c> ends itself there when it was told to.
/// </summary>
internal static class KillPoints
{
    public const string LandBeforeIntent = "land.before_intent";
    public const string LandAfterIntent = "land.after_intent";
    public const string LandAfterMove = "land.after_move";
    public const string LandAfterOutcome = "land.after_outcome";
    public const string LandAfterAdvance = "land.after_advance";
    public const string RevertAfterIntent = "revert.after_intent";
    public const string RevertAfterMove = "revert.after_move";
    public const string RevertAfterOutcome = "revert.after_outcome";
    public const string DeployAfterIntent = "deploy.after_intent";
    public const string DeployAfterCommands = "deploy.after_commands";
    public const string DeployAfterOutcome = "deploy.after_outcome";
    public const string ImportBefore = "import.before";
    public const string ImportAfter = "import.after";

    /// <summary>Every point there is.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        LandBeforeIntent, LandAfterIntent, LandAfterMove, LandAfterOutcome, LandAfterAdvance,
        RevertAfterIntent, RevertAfterMove, RevertAfterOutcome,
        DeployAfterIntent, DeployAfterCommands, DeployAfterOutcome,
        ImportBefore, ImportAfter,
        .. Enum.GetValues<Stage>().SelectMany(stage => new[] { ApplyBefore(stage), ApplyAfter(stage) }),
    ];

    /// <summary>Before the end of a stage's run is written.</summary>
    public static string ApplyBefore(Stage? stage) => "apply.before." + Word(stage);

    /// <summary>After the end of a stage's run was written, and the next stage with it.</summary>
    public static string ApplyAfter(Stage? stage) => "apply.after." + Word(stage);

    private static string Word(Stage? stage) => SnakeWord<Stage>.Of(stage ?? Stage.Single);
}
