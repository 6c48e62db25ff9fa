using Alai.Tasks;

namespace Alai.HiveMind;

/// <summary>Where an entry comes from; an entry without it cannot be made.</summary>
/// <param name="By">Who says it: <c>human:NAME</c>, <c>agent:RUN</c> or <c>company:NAME</c>.</param>
/// <param name="Trust">How far it may be believed; recalled text is never above <see cref="TrustLabel.Web"/> in a prompt unless a person wrote it.</param>
public sealed record HiveSource(string By, TrustLabel Trust)
{
    /// <summary>The product it is about; empty is shared by all. An entry of one product is never recalled for another.</summary>
    public string Product { get; init; } = "";

    /// <summary>The task it came from, or null.</summary>
    public TaskId? Task { get; init; }

    /// <summary>The run it came from, or null.</summary>
    public RunId? Run { get; init; }

    /// <summary>The model that wrote it, or empty.</summary>
    public string Model { get; init; } = "";

    /// <summary>The tier of that run; 0 for none.</summary>
    public int Tier { get; init; }
}
