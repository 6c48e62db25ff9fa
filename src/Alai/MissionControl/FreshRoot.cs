using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>A root that was filed open a moment ago, as its writer saw it.</summary>
/// <param name="Root">The root.</param>
/// <param name="Stage">Its first stage, whole, when it waits for nothing; null when whoever is told must look for itself.</param>
public sealed record FreshRoot(FactoryTask Root, FactoryTask? Stage);
