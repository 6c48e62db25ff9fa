using Alai.Fleet;

namespace Alai.Classifying;

/// <summary>Whom to ask.</summary>
/// <param name="Host">A host that serves the model.</param>
/// <param name="Model">The tier-1 model's name as the host calls it.</param>
/// <param name="NumCtx">The window, the one the fleet uses for this host and model.</param>
public sealed record ModelQuestion(FleetHost Host, string Model, int NumCtx);
