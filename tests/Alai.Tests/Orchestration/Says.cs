using System.Text.Json;
using Alai.Rehearsal;

namespace Alai.Tests.Orchestration;

/// <summary>What a scripted model says; nothing here belongs to a demo.</summary>
internal static class Says
{
    public static RehearsalAnswer Finish { get; } = Call("finish", new { summary = "done, all tests pass", evidence = "I ran them" });

    public static RehearsalAnswer Write(string path, string content) => Call("write_file", new { path, content });

    public static RehearsalAnswer Read(string path) => Call("read_file", new { path });

    public static RehearsalAnswer Run(string command) => Call("run", new { command });

    public static RehearsalAnswer Do(Scenario scenario, string text = "") => new() { Scenario = scenario, Text = text };

    public static RehearsalAnswer Call(string tool, object args) => new()
    {
        Scenario = Scenario.Calls,
        Calls = [new RehearsalCall(tool, JsonSerializer.SerializeToElement(args))],
    };

    /// <summary>The answers to a task, known by its title.</summary>
    public static RehearsalRule To(string title, params RehearsalAnswer[] turns) =>
        new() { When = new RehearsalWhen { Task = title }, Answers = turns };

    /// <summary>The answer to the question what sort of task it is.</summary>
    public static RehearsalRule Classified(int complexity = 1, string kind = "feature") => new()
    {
        When = new RehearsalWhen { Schema = true, System = "You classify one software task" },
        Answers = [new RehearsalAnswer { Text = $$"""{"complexity":{{complexity}},"domain":"backend","kind":"{{kind}}","confidence":0.9,"why":"a small addition"}""" }],
    };

    public static RehearsalScript Script(IReadOnlyList<RehearsalRule> rules) => new()
    {
        Models = [new RehearsalModel { Name = "qwen3:8b" }, new RehearsalModel { Name = "qwen3:32b", Parameters = "32B" }],
        Rules = rules.Any(rule => rule.When.System is not null) ? rules : [Classified(), .. rules],
    };
}
