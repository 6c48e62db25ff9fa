using System.Text;

namespace Alai.Sandbox.Egress;

/// <summary>What one feed is told by the daemon itself.</summary>
public sealed class EgressCredential
{
    private readonly string value;

    private EgressCredential(string host, string value) => (Host, this.value) = (host, value);

    /// <summary>The feed's host name, lower-case, with its port where it is not the usual one.</summary>
    public string Host { get; }

    /// <summary>The <c>Authorization</c> header; a method and not a property, so that nothing prints it.</summary>
    internal string Header() => value;

    /// <summary>Reads a credential: <c>Bearer TOKEN</c>, <c>Basic BASE64</c> or <c>USER:PASSWORD</c> on one line.</summary>
    /// <param name="host">The feed's host.</param>
    /// <param name="text">The file's text.</param>
    /// <returns>The credential, or null when the text is none.</returns>
    public static EgressCredential? Parse(string host, string text)
    {
        var line = text.Trim();
        if (line.Length == 0 || line.Any(char.IsControl))
            return null;
        if (line.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return new EgressCredential(host.ToLowerInvariant(), line);
        return line.Contains(':', StringComparison.Ordinal)
            ? new EgressCredential(host.ToLowerInvariant(), "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(line)))
            : null;
    }
}
