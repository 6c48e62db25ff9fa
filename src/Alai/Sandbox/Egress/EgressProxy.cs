using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;

namespace Alai.Sandbox.Egress;

/// <summary>
/// The only way out of a set-up's sandbox: an HTTP proxy on a Unix socket that lets out to hosts of a list and keeps a book.
/// Invariant: the daemon resolves every name itself and connects to the address it looked at; nothing else is ever opened.
/// </summary>
public sealed class EgressProxy : IAsyncDisposable
{
    /// <summary>The port of the sandbox's own loopback that leads here.</summary>
    public const int Port = 9798;

    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    private static readonly string[] ProxyVariables =
    [
        "HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy", "ALL_PROXY", "all_proxy", "npm_config_proxy", "npm_config_https_proxy",
        "YARN_HTTP_PROXY", "YARN_HTTPS_PROXY", "CARGO_HTTP_PROXY", "PIP_PROXY",
    ];

    private readonly DoorFolder folder;
    private readonly Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly CancellationTokenSource ending = new();
    private readonly EgressBook book = new();
    private readonly ConcurrentDictionary<Task, bool> open = new();
    private readonly EgressAuthority? authority;
    private readonly Task serving;

    private EgressProxy(EgressOptions options)
    {
        folder = new DoorFolder(options.StateFolder);
        listener.Bind(new UnixDomainSocketEndPoint(folder.Socket));
        listener.Listen();
        if (options.Credentials.Count > 0)
            authority = new EgressAuthority(Path.GetDirectoryName(folder.Socket)!);
        var way = new EgressWay(options, book, authority);
        serving = ServeAsync(way, ending.Token);
    }

    /// <summary>The network of a sandbox that may use it.</summary>
    public SandboxNetwork Network => SandboxNetwork.Through(folder.Socket, Port);

    /// <summary>Files the sandbox must see.</summary>
    public IReadOnlyList<string> Files => authority is null ? [] : [authority.Bundle];

    /// <summary>What was let out, by host.</summary>
    public IReadOnlyList<EgressVisit> Visits => book.Visits;

    /// <summary>What was not.</summary>
    public IReadOnlyList<EgressRefusal> Refusals => book.Refusals;

    /// <summary>What tells the tools of every ecosystem to use it.</summary>
    public IReadOnlyDictionary<string, string> Environment
    {
        get
        {
            var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}");
            var all = ProxyVariables.ToDictionary(name => name, _ => address, StringComparer.Ordinal);
            all["NO_PROXY"] = all["no_proxy"] = "";

            // Signatures are checked; asking third hosts about revocation would need each of them on the list.
            all["NUGET_CERT_REVOCATION_MODE"] = "offline";
            foreach (var (name, value) in authority?.Environment ?? [])
                all[name] = value;
            return all;
        }
    }

    /// <summary>Opens one; it listens until it is disposed.</summary>
    public static EgressProxy Open(EgressOptions options) => new(options);

    /// <summary>Waits for connections whose callers have ended, so that the book is whole; two seconds at most.</summary>
    public async Task QuietAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(open.Keys).WaitAsync(Quiet, cancellationToken);
        }
        catch (TimeoutException)
        {
            // A program that lives on in the sandbox; its bytes are counted when it ends.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Dispose();
        await serving;
        ending.Dispose();
        authority?.Dispose();
        folder.Dispose();
    }

    private void Follow(Task connection)
    {
        open[connection] = true;
        _ = connection.ContinueWith(ended => open.TryRemove(ended, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task ServeAsync(EgressWay way, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
                Follow(way.CarryAsync(await listener.AcceptAsync(cancellationToken), cancellationToken));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }
}
