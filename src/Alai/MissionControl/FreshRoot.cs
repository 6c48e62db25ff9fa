using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>A root that was filed open a moment ago, or of which a stage was filed or opened, as its writer saw it.</summary>
/// <param name="Root">The root.</param>
/// <param name="Stage">Its first stage, whole, when it waits for nothing; null when whoever is told must look for itself.</param>
public sealed record FreshRoot(FactoryTask Root, FactoryTask? Stage)
{
    /// <summary>Whether it was filed just now: nobody else asks for it to be looked at.</summary>
    public required bool IsNew { get; init; }
}
