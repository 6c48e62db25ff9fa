namespace Alai.Companies;

/// <summary>The names a blueprint may put between <c>{{</c> and <c>}}</c>.</summary>
public static class BlueprintSlots
{
    /// <summary>
    /// Names for commands: values of the product's file only. What a filer or a model wrote never enters a shell.
    /// </summary>
    public static IReadOnlyList<string> Commands { get; } = ["setup", "verify", "deploy", "health", "rollback", "environment", "root"];

    /// <summary>Names for goals.</summary>
    public static IReadOnlyList<string> Goals { get; } =
        ["title", "body", "criteria", "findings", "failure", "product", "stage", "round", "diff", "checks", .. Commands];
}
