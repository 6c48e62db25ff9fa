namespace Alai.Settings;

/// <summary>The rail and the sandbox.</summary>
public sealed record SafetySettings
{
    /// <summary>The file with the owner's rules, relative to the home; the shipped rules hold while it does not exist.</summary>
    public string Rules { get; init; } = "safety.yaml";

    /// <summary>The level a run needs: <c>S0</c> (none) to <c>S3</c>.</summary>
    public string Sandbox { get; init; } = "S2";
}
