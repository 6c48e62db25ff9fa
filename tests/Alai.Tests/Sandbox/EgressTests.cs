using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Alai.Processes;
using Alai.Sandbox;
using Alai.Sandbox.Egress;
using Alai.Tests.Processes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alai.Tests.Sandbox;

/// <summary>The way out of a set-up's sandbox, tried from inside the real one.</summary>
public sealed class EgressTests : IDisposable
{
    private readonly ChildProcesses processes = new(TimeProvider.System, NullLogger<ChildProcesses>.Instance);
    private readonly TempFolder folder = new();

    public void Dispose()
    {
        processes.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("feed.example", "feed.example", 443, true)]
    [InlineData("Feed.Example", "FEED.example", 80, true)]
    [InlineData("feed.example", "feed.example", 22, false)]
    [InlineData("feed.example:8443", "feed.example", 8443, true)]
    [InlineData("feed.example:8443", "feed.example", 443, false)]
    [InlineData("feed.example", "evilfeed.example", 443, false)]
    [InlineData("feed.example", "feed.example.evil.test", 443, false)]
    [InlineData("feed.example", "sub.feed.example", 443, false)]
    [InlineData("feed.example", "evil.test\0.feed.example", 443, false)]
    public void A_line_covers_one_whole_name(string line, string host, int port, bool covered) =>
        Assert.Equal(covered, EgressHost.Parse(line)!.Covers(host, port));

    [Theory]
    [InlineData("feed.example/path")]
    [InlineData("user@feed.example")]
    [InlineData("*.example")]
    [InlineData(".example")]
    [InlineData("example.")]
    [InlineData("a..b")]
    [InlineData("feed.example:0")]
    [InlineData("feed.example:99999")]
    [InlineData("[::1]:443")]
    [InlineData("f\u0435ed.example")]
    [InlineData("")]
    public void What_is_no_host_is_no_line(string text) => Assert.Null(EgressHost.Parse(text));

    [Theory]
    [InlineData("feed.example", "93.184.216.34", true)]
    [InlineData("feed.example", "10.1.2.3", false)]
    [InlineData("feed.example:443", "10.1.2.3", true)]
    [InlineData("feed.example:443", "fd00::1", true)]
    [InlineData("feed.example", "fd00::1", false)]
    [InlineData("feed.example", "2606:2800:220:1::1", true)]
    [InlineData("feed.example:443", "127.0.0.1", false)]
    [InlineData("feed.example:443", "::1", false)]
    [InlineData("feed.example:443", "::ffff:127.0.0.1", false)]
    [InlineData("feed.example:443", "169.254.169.254", false)]
    [InlineData("feed.example:443", "fe80::1", false)]
    [InlineData("feed.example:443", "0.0.0.0", false)]
    [InlineData("feed.example:443", "224.0.0.1", false)]
    [InlineData("127.0.0.1:5000", "127.0.0.1", true)]
    [InlineData("localhost:5000", "127.0.0.1", true)]
    [InlineData("localhost", "127.0.0.1", false)]
    public void A_name_that_leads_inside_is_not_followed(string line, string address, bool accepted) =>
        Assert.Equal(accepted, EgressHost.Parse(line)!.Accepts(IPAddress.Parse(address)));

    [Theory]
    [InlineData("Bearer abc", "Bearer abc")]
    [InlineData("anna:secret\n", "Basic YW5uYTpzZWNyZXQ=")]
    [InlineData("nonsense", null)]
    [InlineData("", null)]
    [InlineData("Bearer a\r\nX-Other: b", null)]
    public void A_credential_is_one_line(string text, string? header) => Assert.Equal(header, EgressCredential.Parse("feed.example", text)?.Header());

    [Fact]
    public async Task A_host_on_the_list_is_reached_and_nothing_else_is()
    {
        await using var feed = new Feed(null);
        await using var other = new Feed(null);
        await using var proxy = Open(feed.Place);
        var result = await RunAsync(proxy, $$"""
            echo "plain $(curl -fsS http://{{feed.Place}}/a)"
            echo "tunnel $(curl -fsSp http://{{feed.Place}}/b)"
            echo "other $(curl -sS http://{{other.Place}}/c)"
            echo "other-tunnel $(curl -sSp -o /dev/null -w '%{http_connect}' http://{{other.Place}}/d)"
            curl -sS --noproxy '*' --max-time 3 http://{{feed.Place}}/e && echo past-the-proxy
            bash -c 'exec 3<>/dev/tcp/{{feed.Place.Replace(':', '/')}}' && echo raw-tcp
            getent hosts example.com && echo resolved
            bash -c 'echo q > /dev/udp/127.0.0.1/{{feed.Place.Split(':')[1]}}'
            curl -sS "http://{{feed.Place}}@evil.test/" -o /dev/null -w 'tricked %{http_code}\n'
            curl -sS http://169.254.169.254/latest -o /dev/null -w 'metadata %{http_code}\n'
            """);
        Assert.Contains("plain GET /a", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("tunnel GET /b", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains($"other alai: set-up may not reach {other.Place}", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("other-tunnel 403", result.StandardOutput, StringComparison.Ordinal);
        foreach (var word in new[] { "past-the-proxy", "raw-tcp", "resolved", "200" })
            Assert.DoesNotContain(word, result.StandardOutput, StringComparison.Ordinal);
        Assert.Equal((2, 0), (feed.Asked.Count, other.Asked.Count));
        await proxy.QuietAsync(TestContext.Current.CancellationToken);
        Assert.Equal(feed.Place, Assert.Single(proxy.Visits).Host);
        Assert.True(proxy.Visits[0] is { Up: > 0, Down: > 0 }, proxy.Visits[0].ToString());
        Assert.Contains(proxy.Refusals, refusal => refusal.Host == other.Place);
        Assert.Contains(proxy.Refusals, refusal => refusal.Host.StartsWith("169.254", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_feed_gets_its_credential_from_the_daemon_and_the_sandbox_never_sees_it()
    {
        using var certificate = Certificate();
        await using var feed = new Feed(certificate);
        var place = "localhost:" + feed.Place.Split(':')[1];
        await using var proxy = EgressProxy.Open(new EgressOptions
        {
            Hosts = [place],
            Credentials = [EgressCredential.Parse(place, "Bearer feed-token-of-anna")!],
            StateFolder = folder["state"],
            Trust = (_, given, _, _) => given?.GetCertHashString() == certificate.GetCertHashString(),
        });
        var result = await RunAsync(proxy, $"curl -fsS -H 'Authorization: Bearer mine' https://{place}/packages; env; cat \"$CURL_CA_BUNDLE\" | grep -c BEGIN");
        Assert.True(result.Succeeded, result.Output);
        Assert.Contains("GET /packages", result.StandardOutput, StringComparison.Ordinal);
        var head = Assert.Single(feed.Asked);
        Assert.Contains("Authorization: Bearer feed-token-of-anna", head, StringComparison.Ordinal);
        Assert.DoesNotContain("Bearer mine", head, StringComparison.Ordinal);
        Assert.DoesNotContain("feed-token-of-anna", result.Output, StringComparison.Ordinal);
    }

    private EgressProxy Open(params string[] hosts) => EgressProxy.Open(new EgressOptions { Hosts = hosts, StateFolder = folder["state"] });

    private async Task<ChildProcessResult> RunAsync(EgressProxy proxy, string script)
    {
        Assert.SkipWhen(ExecutablePath.Find("curl", "/usr/bin", "/") is null, "needs curl: apt-get install curl");
        var machine = new SandboxMachine(folder["home"], "/usr/bin:/bin", folder["state"]) { Relay = Orchestration.PipelineHarness.Relay };
        if (new SandboxPicker(processes, machine).Pick() is not { } sandbox)
        {
            Assert.Skip("needs bubblewrap: apt-get install bubblewrap");
            return null!;
        }

        return await sandbox.RunAsync(
            new SandboxSpec
            {
                Command = ["/bin/sh", "-c", script],
                Workspace = Directory.CreateDirectory(folder["work"]).FullName,
                Environment = proxy.Environment,
                ReadOnlyRoots = proxy.Files,
                Network = proxy.Network,
                Timeout = Patience.Default,
            },
            TestContext.Current.CancellationToken);
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddHours(-1), TimeProvider.System.GetUtcNow().AddHours(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>A package feed on loopback: says what it was asked, and keeps the heads.</summary>
    private sealed class Feed : IAsyncDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly X509Certificate2? certificate;
        private readonly Task serving;

        public Feed(X509Certificate2? certificate)
        {
            this.certificate = certificate;
            listener.Start();
            serving = ServeAsync();
        }

        public string Place => listener.LocalEndpoint.ToString()!;

        public List<string> Asked { get; } = [];

        public async ValueTask DisposeAsync()
        {
            listener.Dispose();
            await serving;
        }

        private async Task ServeAsync()
        {
            while (true)
            {
                try
                {
                    using var caller = await listener.AcceptTcpClientAsync();
                    await AnswerAsync(caller.GetStream());
                }
                catch (IOException)
                {
                    // A caller that said nothing.
                }
                catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
                {
                    return;
                }
            }
        }

        private async Task AnswerAsync(Stream stream)
        {
            if (certificate is not null)
            {
                var secured = new SslStream(stream);
                await secured.AuthenticateAsServerAsync(certificate);
                stream = secured;
            }

            var head = new StringBuilder();
            var buffer = new byte[4096];
            while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(buffer) is var count and > 0)
                head.Append(Encoding.ASCII.GetString(buffer, 0, count));
            if (head.Length == 0)
                return;
            Asked.Add(head.ToString());
            var said = head.ToString().Split(" HTTP", 2)[0];
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {said.Length}\r\nConnection: close\r\n\r\n{said}"));
            if (stream is SslStream ssl)
                await ssl.ShutdownAsync();
            await stream.DisposeAsync();
        }
    }
}
