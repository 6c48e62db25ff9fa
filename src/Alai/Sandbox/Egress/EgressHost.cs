using System.Globalization;
using System.Net;

namespace Alai.Sandbox.Egress;

/// <summary>One line of an allow-list: a host name or IPv4 address, and a port where one was named.</summary>
/// <param name="Name">Lower-case.</param>
/// <param name="Port">The only port; null stands for 443 and 80.</param>
internal sealed record EgressHost(string Name, int? Port)
{
    private static readonly int[] UsualPorts = [443, 80];

    /// <summary>Reads a line; null when it is neither a name nor an address.</summary>
    public static EgressHost? Parse(string text)
    {
        var parts = text.Split(':');
        if (parts.Length > 2 || !IsName(parts[0]))
            return null;
        if (parts.Length == 1)
            return new EgressHost(parts[0].ToLowerInvariant(), null);
        return int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
            ? new EgressHost(parts[0].ToLowerInvariant(), port)
            : null;
    }

    /// <summary>Letters, digits, dots and hyphens alone: what else a name may hold has let others slip past lists like this.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= 253
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-')
        && name[0] != '.' && name[^1] != '.' && !name.Contains("..", StringComparison.Ordinal);

    /// <summary>Whether this line speaks of a host and a port: the whole name, never a part of it.</summary>
    public bool Covers(string name, int port) =>
        name.Equals(Name, StringComparison.OrdinalIgnoreCase) && (Port is { } only ? port == only : UsualPorts.Contains(port));

    /// <summary>
    /// Whether an address a name resolved to may be used. Addresses of one's own network need a line with a port, so that no
    /// public name can be pointed inside; those of this machine and link-local ones need the address itself (or
    /// <c>localhost</c>) on the line.
    /// </summary>
    public bool Accepts(IPAddress found)
    {
        var address = found.IsIPv4MappedToIPv6 ? found.MapToIPv4() : found;
        if (Name == address.ToString() || (Name == "localhost" && Port is not null && IPAddress.IsLoopback(address)))
            return true;
        return !IsNowhere(address) && (!IsInner(address) || Port is not null);
    }

    private static bool IsNowhere(IPAddress address) =>
        IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6Multicast
        || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)
        || (Bytes(address) is [169, 254, ..] or [0, ..] or [>= 224, ..]);

    private static bool IsInner(IPAddress address) =>
        address.IsIPv6UniqueLocal || address.IsIPv6SiteLocal
        || (Bytes(address) is [10, ..] or [172, >= 16 and < 32, ..] or [192, 168, ..] or [100, >= 64 and < 128, ..]);

    private static byte[] Bytes(IPAddress address) =>
        address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? address.GetAddressBytes() : [1];
}
