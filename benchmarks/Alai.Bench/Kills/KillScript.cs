using System.Text.Json;
using Alai.Rehearsal;

namespace Alai.Kills;

/// <summary>Scripted models over real HTTP: an agent that makes one small change, and judges that pass it.</summary>
internal static class KillScript
{
    /// <summary>The title of what is filed.</summary>
    public const string Title = "Greet the world";

    public static Task<FakeOllama> ServeAsync(CancellationToken cancellationToken) =>
        RehearsalServer.StartAsync(new RehearsalOptions { Script = Script() }, cancellationToken);

    private static RehearsalScript Script() => new()
    {
        Rules =
        [
            Rule("You classify one software task", new RehearsalAnswer { Text = """{"complexity":1,"domain":"backend","kind":"feature","confidence":0.9,"why":"small"}""" }),
            Rule("against its acceptance criteria", Pass),
            Rule("one change for danger", Pass),
            Rule(null, Call("write_file", new { path = "greet.sh", content = "echo hello, world\n" }), Call("finish", new { summary = "done", evidence = "sh tests/run.sh" })),
        ],
    };

    private static RehearsalAnswer Pass { get; } = new()
    {
        Text = """{"reasoning":"I compared the diff with the criteria.","summary":"It does what was asked.","verdict":"pass","artefact":"${artefact}","findings":[]}""",
    };

    private static RehearsalRule Rule(string? system, params RehearsalAnswer[] answers) => new() { When = new RehearsalWhen { System = system }, Answers = answers };

    private static RehearsalAnswer Call(string tool, object args) => new()
    {
        Scenario = Scenario.Calls,
        Calls = [new RehearsalCall(tool, JsonSerializer.SerializeToElement(args))],
    };
}
