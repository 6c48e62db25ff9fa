namespace Alai.Fleet;

/// <summary>A slot on the best host, or why there is none.</summary>
/// <param name="Lease">The slot, or null.</param>
/// <param name="Reason">Why this host, or why none; one sentence.</param>
/// <param name="Full">Whether hosts serve the model but all are full: wait, do not climb.</param>
public sealed record HostPick(HostLease? Lease, string Reason, bool Full = false);
