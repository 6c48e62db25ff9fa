using System.CommandLine;
using Alai.Cli.Drawing;
using Alai.Cli.Reaching;
using Alai.Client;

namespace Alai.Cli;

/// <summary>What one verb works with: the home, the person, the paper to write on and the way to the daemon.</summary>
internal sealed class CliContext
{
    private CliContext(CliWorld world, (string Folder, string? Given) home, string actor, bool json, bool colour)
    {
        World = world;
        Home = home.Folder;
        Actor = actor;
        Json = json;
        Paper = new Paper(world.Out, world.Width, colour) { Now = world.Time.GetUtcNow(), Clock = world.Time, Advice = new Advice(home.Given) };
    }

    public CliWorld World { get; }

    public string Home { get; }

    public string Actor { get; }

    public bool Json { get; }

    public Paper Paper { get; }

    public static CliContext From(ParseResult parse, CliWorld world)
    {
        var options = world.Globals;
        var plain = parse.GetValue(options.NoColor) || !string.IsNullOrEmpty(world.Environment("NO_COLOR"));
        var home = parse.GetValue(options.Home);
        return new CliContext(
            world,
            (HomeFolder.Resolve(home, world.Environment("ALAI_HOME")), home),
            Client.Actor.Human(parse.GetValue(options.As) ?? world.UserName),
            parse.GetValue(options.Json),
            world.IsTerminal && !plain);
    }

    /// <summary>Asks the daemon and draws the answer, or prints it as JSON; a problem goes to the error stream.</summary>
    /// <param name="call">The call.</param>
    /// <param name="draw">How to show the answer to a person.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <param name="exit">The exit code of an answer; 0 when null.</param>
    public Task<int> AskAsync<T>(
        Func<FactoryClient, CancellationToken, Task<Reply<T>>> call,
        Action<Paper, T> draw,
        CancellationToken cancellationToken,
        Func<T, int>? exit = null)
        where T : class =>
        WithFactoryAsync(
            async client =>
            {
                var reply = await call(client, cancellationToken);
                return reply.Value is { } value ? Show(reply, value, draw, exit) : Fail(reply);
            },
            cancellationToken);

    /// <summary>Does something with the daemon, or with one that lives only as long.</summary>
    public async Task<int> WithFactoryAsync(Func<FactoryClient, Task<int>> act, CancellationToken cancellationToken)
    {
        for (var again = true; ; again = false)
        {
            await using var link = await new DaemonDoor(this).OpenAsync(cancellationToken);
            if (link.Client is not { } client)
                return Fail(link.Problem!, link.Exit);
            try
            {
                return await act(client);
            }
            catch (HttpRequestException broken) when (again && broken.HttpRequestError == HttpRequestError.ConnectionError)
            {
                // Never sent: the daemon that answered a moment ago has just ended.
            }
            catch (HttpRequestException broken)
            {
                return Fail(
                    new Problem("The daemon went away before it answered: " + broken.Message, Hint: "See whether it was done ('alai task list'), then try again."),
                    ExitCode.Error);
            }
        }
    }

    /// <summary>Tells a problem and gives its exit code.</summary>
    public int Fail<T>(Reply<T> reply)
        where T : class => Fail(reply.Problem!, ExitCode.Of(reply.Status));

    /// <summary>Tells a problem.</summary>
    public int Fail(Problem problem, int exitCode)
    {
        if (Json)
            World.Error.WriteLine(JsonText.Indent(System.Text.Json.JsonSerializer.Serialize(problem, WireJson.Default.Problem)));
        else
            ProblemText.Write(World.Error, problem, Paper.Advice);
        return exitCode;
    }

    private int Show<T>(Reply<T> reply, T value, Action<Paper, T> draw, Func<T, int>? exit)
        where T : class
    {
        if (Json)
            World.Out.WriteLine(JsonText.Indent(reply.Json));
        else
            Paper.Page(() => draw(Paper, value));
        return exit?.Invoke(value) ?? ExitCode.Done;
    }
}
