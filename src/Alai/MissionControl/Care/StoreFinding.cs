namespace Alai.MissionControl;

/// <summary>One thing that was checked of a store.</summary>
/// <param name="Check">What was checked, for example <c>pages</c>.</param>
/// <param name="Passed">Whether it held.</param>
/// <param name="Seen">One line with the figures, or what is wrong.</param>
public sealed record StoreFinding(string Check, bool Passed, string Seen);
