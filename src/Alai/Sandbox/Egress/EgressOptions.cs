using System.Net.Security;

namespace Alai.Sandbox.Egress;

/// <summary>What an <see cref="EgressProxy"/> lets out.</summary>
public sealed record EgressOptions
{
    /// <summary>Host names or IPv4 addresses, each with <c>:PORT</c> where it is not 443 or 80. What does not read as one lets nothing out.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>What to send feeds in place of the sandbox; it never sees it.</summary>
    public IReadOnlyList<EgressCredential> Credentials { get; init; } = [];

    /// <summary>A folder of ours for the socket.</summary>
    public required string StateFolder { get; init; }

    /// <summary>How a feed's certificate is judged; null is the machine's own way. For tests.</summary>
    internal RemoteCertificateValidationCallback? Trust { get; init; }
}
