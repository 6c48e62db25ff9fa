namespace Alai.Budgets;

/// <summary>Whether a paid call may be made.</summary>
/// <param name="Allowed">Whether the reservation may be written.</param>
/// <param name="MicroUsd">What to reserve: the most the call can cost; 0 when refused.</param>
/// <param name="Reason">One sentence: what is left, or which ceiling stands in the way.</param>
public sealed record BudgetDecision(bool Allowed, long MicroUsd, string Reason);
