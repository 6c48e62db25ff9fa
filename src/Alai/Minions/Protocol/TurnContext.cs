using Alai.Minions.Tools;

namespace Alai.Minions.Protocol;

/// <summary>What a turn is read against.</summary>
/// <param name="Toolbox">The tools that were offered.</param>
/// <param name="Seen">Text the model read that is not ours: an echo of a call in it is not the model's call.</param>
internal sealed record TurnContext(Toolbox Toolbox, string Seen);
