namespace Alai.Sandbox.Egress;

/// <summary>What was not let out.</summary>
/// <param name="Host">Host and port as asked for.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record EgressRefusal(string Host, string Reason);
