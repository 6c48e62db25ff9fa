using System.Text.Json;

namespace Alai.Rehearsal.Bento;

/// <summary>Short forms for what the scripted model does: one call a turn, as a small local model would.</summary>
internal static class BentoMoves
{
    public static RehearsalAnswer Write(string path, string content) =>
        Call("write_file", new Dictionary<string, string> { ["path"] = path, ["content"] = content });

    public static RehearsalAnswer Read(string path) => Call("read_file", new Dictionary<string, string> { ["path"] = path });

    public static RehearsalAnswer Run(string command) => Call("run", new Dictionary<string, string> { ["command"] = command });

    public static RehearsalAnswer Finish(string summary) =>
        Call("finish", new Dictionary<string, string> { ["summary"] = summary, ["evidence"] = "sh tests/run.sh" });

    /// <summary>A rule for the agent of a task, known by the prompt's last line: lessons may name other tasks.</summary>
    public static RehearsalRule Build(string title, params RehearsalAnswer[] turns) =>
        new() { When = new RehearsalWhen { Tools = true, Task = "Now do the task: " + title }, Answers = turns };

    /// <summary>A rule for a judge of a task: the words, with findings if any.</summary>
    /// <param name="charge">Words of the judge's own instructions: REVIEW's or SECURITY's.</param>
    /// <param name="title">The task, or null for any.</param>
    /// <param name="word">The verdict.</param>
    /// <param name="findings">What is found.</param>
    public static RehearsalRule Judge(string charge, string? title, string word, params (string File, string Text)[] findings) => new()
    {
        When = new RehearsalWhen { System = charge, Task = title },
        Answers = [new RehearsalAnswer { Text = Judgement(word, findings) }],
    };

    private static string Judgement(string word, (string File, string Text)[] findings) => JsonSerializer.Serialize(new
    {
        reasoning = "I compared the diff with the criteria and with what the checks said.",
        summary = word == "pass" ? "The change does what was asked and is tested." : "The change does not yet do all that was asked.",
        verdict = word,
        artefact = "${artefact}",
        findings = findings.Select(finding => new { severity = "medium", file = finding.File, text = finding.Text }),
    });

    private static RehearsalAnswer Call(string tool, Dictionary<string, string> args) => new()
    {
        Scenario = Scenario.Calls,
        Calls = [new RehearsalCall(tool, JsonSerializer.SerializeToElement(args))],
    };
}
