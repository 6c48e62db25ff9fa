using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Alai.EndToEnd;

/// <summary>What set-up may reach, through the real programs: a feed on loopback stands for a package feed.</summary>
public sealed class SetupNetworkTests
{
    [Fact]
    public async Task A_host_that_is_not_agreed_to_holds_the_task_and_is_reached_once_it_is()
    {
        Needs.Sandbox();
        if (!File.Exists("/usr/bin/curl"))
            Assert.Skip("needs curl: apt-get install curl");
        await using var factory = TheFactory.New();
        await using var models = await ScriptedModels.StartAsync(factory, Scripts.Agent(
            Scripts.Write("greet.sh", Project.Polite), Scripts.Write("tests/test_name.sh", Project.PoliteTest), Scripts.Finish("it greets by name")));
        await using var feed = new Feed();
        var project = await Project.NewAsync(factory);
        var place = feed.Place;
        Register(factory, project, place, "feed.example");

        var held = (await factory.AlaiAsync("run", "Greet by name", "--project", project.Folder)).Expect(3);
        Assert.Contains($"it wanted {place}", held.Out, StringComparison.Ordinal);
        Assert.Contains("setup.network in products/greeter.yaml", held.Out, StringComparison.Ordinal);
        var exam = (await factory.AlaiAsync("product", "doctor", "greeter")).Out;
        Assert.Contains("set-up may reach feed.example and nothing else", exam, StringComparison.Ordinal);

        Register(factory, project, place, place);
        var end = (await factory.AlaiAsync("run", "Greet by name", "--project", project.Folder, "--json")).Expect(0).Json;
        Assert.True(end.GetProperty("verified").GetBoolean(), end.ToString());
        var transcripts = Directory.EnumerateFiles(Path.Combine(factory.Home, "data", "transcripts"), "*.jsonl", SearchOption.AllDirectories);
        Assert.Contains(transcripts, file => File.ReadAllText(file).Contains($"{place}: ", StringComparison.Ordinal));

        Register(factory, project, place, "open");
        Assert.Contains("OPEN network", (await factory.AlaiAsync("product", "doctor", "greeter")).Out, StringComparison.Ordinal);
    }

    private static void Register(TheFactory factory, Project project, string feed, string host)
    {
        Directory.CreateDirectory(Path.Combine(factory.Home, "products"));
        File.WriteAllText(Path.Combine(factory.Home, "products", "greeter.yaml"), $"""
            repository: "{project.Folder}"
            setup:
              commands:
                - "mkdir -p vendor && curl -fsS http://{feed}/package > vendor/package"
              network:
                - "{host}"
            verify:
              - "test -s vendor/package"
              - "sh test.sh"
            """);
    }

    /// <summary>A package feed on loopback.</summary>
    private sealed class Feed : IAsyncDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly Task serving;

        public Feed()
        {
            listener.Start();
            serving = ServeAsync();
        }

        public string Place => listener.LocalEndpoint.ToString()!;

        public async ValueTask DisposeAsync()
        {
            listener.Dispose();
            await serving;
        }

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using var caller = await listener.AcceptTcpClientAsync();
                    await using var stream = caller.GetStream();
                    _ = await stream.ReadAsync(new byte[4096]);
                    await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 7\r\nConnection: close\r\n\r\npackage"));
                }
            }
            catch (Exception ended) when (ended is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // Stopped.
            }
        }
    }
}
