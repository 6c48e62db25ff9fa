using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>A store to be taken over whole.</summary>
/// <param name="Path">The file it was built and checked in.</param>
/// <param name="Rules">The rules every task that is not over is judged by again.</param>
/// <param name="Actor">Who asks, as <c>human:NAME</c>.</param>
public sealed record TakeOver(string Path, ISafetyRules Rules, string Actor);
