namespace Alai.Budgets;

/// <summary>What is already gone, open reservations included, in millionths of a US dollar.</summary>
/// <param name="Today">Since the owner's midnight.</param>
/// <param name="Task">For the task's root and all its stages.</param>
public sealed record BudgetUse(long Today, long Task);
