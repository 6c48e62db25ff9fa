namespace Alai.Quality;

/// <summary>What a file does for the product, as far as the gate cares.</summary>
public enum FileRole
{
    /// <summary>Code, text, data.</summary>
    Source,

    /// <summary>A test, or something beside tests.</summary>
    Test,

    /// <summary>Says how tests run: configuration, test scripts, CI.</summary>
    TestDefinition,

    /// <summary>Names dependencies.</summary>
    Manifest,

    /// <summary>Pins dependencies.</summary>
    LockFile,

    /// <summary>Says how the product is built elsewhere, deployed or guarded.</summary>
    Delivery,

    /// <summary>Steers coding agents or git itself.</summary>
    AgentSettings,
}
