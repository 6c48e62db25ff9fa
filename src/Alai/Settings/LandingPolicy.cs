namespace Alai.Settings;

/// <summary>Who moves the target branch.</summary>
public enum LandingPolicy
{
    /// <summary>A person approves each landing.</summary>
    Ask,

    /// <summary>The daemon lands what passed.</summary>
    Auto,

    /// <summary>Results stay on their branches.</summary>
    Never,
}
