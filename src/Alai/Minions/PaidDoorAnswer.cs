namespace Alai.Minions;

/// <summary>A door, or why there is none.</summary>
/// <param name="Door">The door, or null.</param>
/// <param name="Refusal">Why there is none and what to do; empty with a door.</param>
public sealed record PaidDoorAnswer(IPaidDoor? Door, string Refusal)
{
    internal static PaidDoorAnswer No(string refusal) => new(null, refusal);
}
