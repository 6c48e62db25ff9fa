using System.Globalization;
using System.Text;

namespace Alai.Sandbox.Egress;

/// <summary>The head of one HTTP/1 request, and what of its body came with it.</summary>
internal sealed class EgressHead
{
    private const int Largest = 32 * 1024;
    private readonly List<string> lines;

    private EgressHead(List<string> lines, byte[] rest) => (this.lines, Rest) = (lines, rest);

    /// <summary>Bytes after the head.</summary>
    public byte[] Rest { get; }

    /// <summary>For example <c>CONNECT</c>.</summary>
    public string Method => Word(0);

    /// <summary>For example <c>feed.example:443</c> or <c>http://feed.example/index</c>.</summary>
    public string Target => Word(1);

    /// <summary>Reads one; null when the other side ends, or says what is no head.</summary>
    public static async Task<EgressHead?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[Largest];
        var filled = 0;
        while (filled < buffer.Length && await stream.ReadAsync(buffer.AsMemory(filled), cancellationToken) is var count and > 0)
        {
            filled += count;
            if (buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8) is var end and >= 0)
            {
                var said = Encoding.Latin1.GetString(buffer, 0, end).Split("\r\n").ToList();
                return said[0].Split(' ').Length == 3 && said.TrueForAll(line => !line.Any(letter => char.IsControl(letter) && letter != '\t'))
                    ? new EgressHead(said, buffer[(end + 4)..filled])
                    : null;
            }
        }

        return null;
    }

    /// <summary>The head as the feed gets it: one request a connection, what was meant for the proxy left out.</summary>
    /// <param name="path">The path it asks for.</param>
    /// <param name="host">The host it goes to; no other name may stand in the head.</param>
    /// <param name="authorization">In place of what the sandbox said, or null to leave that.</param>
    public byte[] Forward(string path, string host, string? authorization)
    {
        var kept = lines.Skip(1).Where(line => !Is(line, "Proxy-Connection", "Proxy-Authorization", "Connection", "Keep-Alive", "Host")
            && (authorization is null || !Is(line, "Authorization")));
        List<string> head = [$"{Method} {path} HTTP/1.1", $"Host: {host}", .. kept, "Connection: close"];
        if (authorization is not null)
            head.Add("Authorization: " + authorization);
        return Encoding.Latin1.GetBytes(string.Join("\r\n", head) + "\r\n\r\n");
    }

    /// <summary>Host and port of a <c>CONNECT</c>; null when it names none.</summary>
    public (string Host, int Port)? Tunnel()
    {
        var parts = Target.Split(':');
        return parts.Length == 2 && EgressHost.IsName(parts[0]) && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? (parts[0].ToLowerInvariant(), port)
            : null;
    }

    private string Word(int index) => lines[0].Split(' ')[index];

    private static bool Is(string line, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
