using System.Security.Cryptography;
using System.Text;
using Alai.Minions;
using Alai.Sandbox;

namespace Alai.Host.Models;

/// <summary>The door of one run: Anthropic's Messages API on a Unix socket, for whoever holds this run's token.</summary>
internal sealed class RunDoor : IPaidDoor
{
    // Of the sandbox's own loopback, where nothing else listens.
    private const int LoopbackPort = 9797;
    private const long LargestBody = 64 * 1024 * 1024;
    private readonly DoorParts parts;
    private readonly DoorFolder folder;
    private readonly DoorCount count = new();
    private readonly byte[] token;
    private WebApplication? web;

    private RunDoor(DoorParts parts, DoorFolder folder)
    {
        (this.parts, this.folder) = (parts, folder);
        Token = "held-by-the-daemon-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        token = Encoding.UTF8.GetBytes(Token);
    }

    public string Program => parts.Terms.Program;

    public string Socket => folder.Socket;

    public int Port => LoopbackPort;

    public string Token { get; }

    public PaidUse Use => count.Now;

    /// <summary>Opens one.</summary>
    public static async Task<RunDoor> OpenAsync(DoorParts parts, CancellationToken cancellationToken)
    {
        var door = new RunDoor(parts, new DoorFolder(parts.Factory.Options.SandboxMachine().StateFolder));
        try
        {
            door.web = door.Build();
            door.web.Run(door.AnswerAsync);
            await door.web.StartAsync(cancellationToken);
            return door;
        }
        catch
        {
            await door.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (web is not null)
        {
            using var now = new CancellationTokenSource(TimeSpan.Zero);
            await web.StopAsync(now.Token);
            await web.DisposeAsync();
        }

        folder.Dispose();
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.ListenUnixSocket(Socket);
        });
        return builder.Build();
    }

    private Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path == "/" && (HttpMethods.IsHead(request.Method) || HttpMethods.IsGet(request.Method)))
            return Task.CompletedTask;
        if (!IsHolder(request))
            return DoorError.WriteAsync(context, new DoorError(401, "authentication_error", "this door belongs to another run"));
        if (!HttpMethods.IsPost(request.Method))
            return DoorError.WriteAsync(context, DoorError.NotFound);
        return request.Path.Value switch
        {
            "/v1/messages" => new PaidCall(parts, count, context).RunAsync(),
            "/v1/messages/count_tokens" => new FreeCall(parts, context).RunAsync(),
            _ => DoorError.WriteAsync(context, DoorError.NotFound),
        };
    }

    private bool IsHolder(HttpRequest request)
    {
        var bearer = request.Headers.Authorization.ToString();
        string[] given = [request.Headers["x-api-key"].ToString(), bearer.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? bearer[7..] : ""];
        return given.Any(one => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), token));
    }
}
