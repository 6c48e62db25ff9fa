namespace Alai.Client.Views;

/// <summary>Why a model is used, or is not.</summary>
public sealed record FleetWhyView
{
    /// <summary>The model asked about; empty for the whole fleet.</summary>
    public string Model { get; init; } = "";

    /// <summary>Whether work can be done with it now.</summary>
    public bool Usable { get; init; }

    /// <summary>The reasons, one line each.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>Commands that mend it; empty when nothing is wrong.</summary>
    public IReadOnlyList<string> Fixes { get; init; } = [];
}
