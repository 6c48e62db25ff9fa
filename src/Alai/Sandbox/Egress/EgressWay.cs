using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Alai.Sandbox.Egress;

/// <summary>One connection's way out: judge, connect, carry, write down.</summary>
internal sealed class EgressWay(EgressOptions options, EgressBook book, EgressAuthority? authority)
{
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(20);
    private readonly List<EgressHost> hosts = [.. options.Hosts.Select(EgressHost.Parse).OfType<EgressHost>()];

    /// <summary>Carries a connection to its end; never throws for what the other side does.</summary>
    public async Task CarryAsync(Socket caller, CancellationToken cancellationToken)
    {
        using (caller)
        {
            try
            {
                await using var inner = new NetworkStream(caller);
                if (await EgressHead.ReadAsync(inner, cancellationToken) is not { } head)
                    await SayAsync(inner, "400 Bad Request", "alai: expected an HTTP request", cancellationToken);
                else if (head.Method == "CONNECT")
                    await TunnelAsync(inner, head, cancellationToken);
                else
                    await PlainAsync(inner, head, cancellationToken);
            }
            catch (Exception broken) when (broken is IOException or SocketException or OperationCanceledException or AuthenticationException or ObjectDisposedException)
            {
                // The caller is gone, or the proxy ends: so is this connection.
            }
        }
    }

    private async Task TunnelAsync(Stream inner, EgressHead head, CancellationToken cancellationToken)
    {
        if (head.Tunnel() is not { } to)
        {
            await RefuseAsync(inner, new EgressRefusal(head.Target, "it is no host name and port"), cancellationToken);
            return;
        }

        if (await ConnectAsync(inner, to.Host, to.Port, cancellationToken) is not { } feed)
            return;
        await using (feed)
        {
            await inner.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), cancellationToken);
            if (CredentialOf(to.Host, to.Port) is { } credential && authority is not null)
            {
                await TerminateAsync(inner, feed, new Meant(to.Host, to.Port, credential, head.Rest), cancellationToken);
                return;
            }

            await feed.WriteAsync(head.Rest, cancellationToken);
            var (up, down) = await SocketPair.JoinAsync(inner, feed, cancellationToken);
            book.Visited(EgressBook.Place(to.Host, to.Port), up + head.Rest.Length, down);
        }
    }

    // Where the daemon adds a credential it must see the requests: it speaks for the feed inside, and to the feed outside.
    private async Task TerminateAsync(Stream inner, Stream feed, Meant meant, CancellationToken cancellationToken)
    {
        await using var begun = new PrefixedStream(meant.Rest, inner);
        await using var inside = new SslStream(begun, leaveInnerStreamOpen: true);
        await inside.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificate = authority!.For(meant.Host), ApplicationProtocols = [SslApplicationProtocol.Http11] }, cancellationToken);
        await using var outside = new SslStream(feed, leaveInnerStreamOpen: true);
        await outside.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = meant.Host, ApplicationProtocols = [SslApplicationProtocol.Http11], RemoteCertificateValidationCallback = options.Trust,
            },
            cancellationToken);
        if (await EgressHead.ReadAsync(inside, cancellationToken) is not { } head)
            return;
        await outside.WriteAsync(head.Forward(head.Target, Authority(meant.Host, meant.Port, 443), meant.Credential.Header()), cancellationToken);
        await outside.WriteAsync(head.Rest, cancellationToken);
        await AnswerAsync(inside, outside, EgressBook.Place(meant.Host, meant.Port), cancellationToken);
    }

    private async Task PlainAsync(Stream inner, EgressHead head, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(head.Target, UriKind.Absolute, out var url) || url.Scheme != "http" || url.UserInfo.Length > 0 || !EgressHost.IsName(url.Host))
        {
            await RefuseAsync(inner, new EgressRefusal(head.Target, "it is no http address"), cancellationToken);
            return;
        }

        if (await ConnectAsync(inner, url.Host.ToLowerInvariant(), url.Port, cancellationToken) is not { } feed)
            return;
        await using (feed)
        {
            await feed.WriteAsync(head.Forward(url.PathAndQuery, Authority(url.Host, url.Port, 80), CredentialOf(url.Host, url.Port)?.Header()), cancellationToken);
            await feed.WriteAsync(head.Rest, cancellationToken);
            await AnswerAsync(inner, feed, EgressBook.Place(url.Host, url.Port), cancellationToken);
        }
    }

    private async Task AnswerAsync(Stream inner, Stream feed, string place, CancellationToken cancellationToken)
    {
        var (up, down) = await SocketPair.AnswerAsync(inner, feed, cancellationToken);
        book.Visited(place, up, down);
    }

    private async Task<NetworkStream?> ConnectAsync(Stream inner, string host, int port, CancellationToken cancellationToken)
    {
        var place = EgressBook.Place(host, port);
        if (hosts.Find(line => line.Covers(host, port)) is not { } allowed)
        {
            await RefuseAsync(inner, new EgressRefusal(place, "it is not on the list"), cancellationToken);
            return null;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(ConnectPatience);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            var found = await Dns.GetHostAddressesAsync(host, patience.Token);
            var usable = found.Where(allowed.Accepts).ToArray();
            if (usable.Length > 0)
            {
                await socket.ConnectAsync(usable, port, patience.Token);
                return new NetworkStream(socket, ownsSocket: true);
            }

            await RefuseAsync(inner, new EgressRefusal(place, $"its name leads inside ({string.Join(", ", found.Take(2))})"), cancellationToken);
        }
        catch (Exception unreached) when (unreached is SocketException or OperationCanceledException)
        {
            await SayAsync(inner, "502 Bad Gateway", $"alai: {place} could not be reached: {unreached.Message}", cancellationToken);
        }

        socket.Dispose();
        return null;
    }

    private EgressCredential? CredentialOf(string host, int port) => options.Credentials.FirstOrDefault(
        credential => Same(credential.Host, EgressBook.Place(host, port)) || (port is 443 or 80 && Same(credential.Host, host)));

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private Task RefuseAsync(Stream inner, EgressRefusal refusal, CancellationToken cancellationToken)
    {
        book.Refused(refusal);
        return SayAsync(inner, "403 Forbidden", $"alai: set-up may not reach {refusal.Host}: {refusal.Reason}", cancellationToken);
    }

    private static string Authority(string host, int port, int usual) => port == usual ? host : $"{host}:{port}";

    private static async Task SayAsync(Stream inner, string status, string words, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetBytes(words + "\n");
        await inner.WriteAsync(
            Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: text/plain\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), cancellationToken);
        await inner.WriteAsync(body, cancellationToken);
    }

    private sealed record Meant(string Host, int Port, EgressCredential Credential, byte[] Rest);
}
