using System.Net.Sockets;

namespace Alai.Fleet;

/// <summary>Why a host could not be reached, in words a person can act on.</summary>
internal static class HostTrouble
{
    public static string Of(HttpRequestException broken, FleetHost host) => broken.InnerException switch
    {
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
            $"nothing listens at {host.Url} (connection refused); start it with: ollama serve",
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } =>
            $"the name {host.Url.Host} is not known; check fleet.hosts",
        SocketException socket => $"{host.Url} cannot be reached ({socket.SocketErrorCode})",
        IOException io => $"the connection broke ({io.Message})",
        _ => broken.Message,
    };
}
