namespace Alai.Sandbox.Egress;

/// <summary>What went to one host.</summary>
/// <param name="Host">Host and port.</param>
/// <param name="Up">Bytes sent.</param>
/// <param name="Down">Bytes received.</param>
public sealed record EgressVisit(string Host, long Up, long Down);
