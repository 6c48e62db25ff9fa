using System.Text.Json;

namespace Alai.EndToEnd;

/// <summary>What scripted models say, as script text (JSON is YAML).</summary>
public static class Scripts
{
    /// <summary>An agent that makes these calls, a turn each, and judges that pass everything.</summary>
    public static string Agent(params object[] turns) => Of([Rule(new { tools = true }, turns)]);

    /// <summary>A script of rules, with judges that pass what no rule answers.</summary>
    public static string Of(IEnumerable<object> rules) => JsonSerializer.Serialize(new
    {
        models = new[] { new { name = "scripted:8b", family = "scripted", parameters = "8.2B", context = 32768 } },
        rules = rules.Append(Rule(new { tools = false }, [Judgement("pass")])).Append(Rule(new { schema = true }, [Judgement("pass")])),
    });

    /// <summary>A rule.</summary>
    public static object Rule(object when, object[] answers) => new { when, answers };

    /// <summary>Writes a file.</summary>
    public static object Write(string path, string content) => Call("write_file", new { path, content });

    /// <summary>Runs a command.</summary>
    public static object Run(string command) => Call("run", new { command });

    /// <summary>Says that it is done.</summary>
    public static object Finish(string summary) => Call("finish", new { summary, evidence = "the tests" });

    /// <summary>Calls a tool.</summary>
    public static object Call(string tool, object args, int delayMs = 0) => new { scenario = "calls", delay_ms = delayMs, calls = new[] { new { tool, args } } };

    /// <summary>A judge's rejection, with what it found.</summary>
    public static object Rejection(string finding) => new
    {
        text = JsonSerializer.Serialize(new
        {
            reasoning = "compared with the criteria", summary = "it does not", verdict = "reject", artefact = "${artefact}",
            findings = new[] { new { severity = "high", file = "greet.sh", text = finding } },
        }),
    };

    /// <summary>A judge's word.</summary>
    public static object Judgement(string verdict) => new
    {
        text = JsonSerializer.Serialize(new { reasoning = "compared with the criteria", summary = "it does what was asked", verdict, artefact = "${artefact}", findings = Array.Empty<object>() }),
    };
}
