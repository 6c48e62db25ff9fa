using Alai.Tasks;
using Alai.Yaml;

namespace Alai.Companies;

/// <summary>What <c>company.yaml</c> and a blueprint may hold.</summary>
public static class CompanyShape
{
    /// <summary>The word for every domain that no other company names at a stage.</summary>
    internal const string Rest = "rest";

    /// <summary>The roles every company has.</summary>
    public static IReadOnlyList<string> RoleNames { get; } = ["lead", "builder", "reviewer"];

    /// <summary>The shape of <c>company.yaml</c>.</summary>
    public static YamlShape Company { get; } = new("a company",
    [
        new("title", YamlKind.Text, "The name as people write it.") { Required = true },
        new("purpose", YamlKind.Text, "One sentence.") { Required = true },
        new("enabled", YamlKind.Flag, "False takes the company out without deleting its folder.") { Default = "true" },
        new("stages", YamlKind.Map, "What it serves.") { Required = true },
        .. SnakeWord<Stage>.All.Select(stage => new YamlKey(
            $"stages.{stage}", YamlKind.Texts, $"The domains it serves at {stage}; rest means all that no other company names.")
        {
            Default = "none", Words = [.. SnakeWord<Domain>.All, Rest],
        }),
        new("roles", YamlKind.Map, "Its people: lead, builder and reviewer, each with a page agents/ROLE.md.") { Required = true },
        .. RoleNames.SelectMany(Role),
        new("allowed_paths", YamlKind.Texts, "Patterns of what it may change, inside what the product allows.") { Default = "**" },
        new("forbidden_paths", YamlKind.Texts, "Patterns it may never change; they win.") { Default = "none" },
    ]);

    /// <summary>The shape of a blueprint.</summary>
    public static YamlShape Blueprint { get; } = new("a blueprint",
    [
        new("summary", YamlKind.Text, "One sentence: when to use it.") { Required = true },
        new("stages", YamlKind.Texts, "The stages it is for.") { Default = "build and single", Words = SnakeWord<Stage>.All },
        new("kinds", YamlKind.Texts, "The kinds of task it is chosen for by itself.")
        {
            Default = "none: by name, or for the stages it names", Words = SnakeWord<TaskKind>.All,
        },
        new("steps", YamlKind.Maps, "The steps in order; each has either run or agent.") { Required = true },
        new("steps.name", YamlKind.Text, "Unique in the blueprint.") { Required = true },
        new("steps.run", YamlKind.Text, "A command for sh -c; slots take values of the product's file only."),
        new("steps.agent", YamlKind.Text, "A goal for the model, with {{name}} slots."),
        new("steps.retries", YamlKind.Whole, "How often it is done again after a failure.") { Default = "0", Minimum = 0, Maximum = 5 },
        new("steps.when", YamlKind.Map, "When it is done; every condition given must hold.") { Default = "always" },
        new("steps.when.file", YamlKind.Text, "A pattern some file of the workspace matches."),
        new("steps.when.changed", YamlKind.Text, "A pattern some changed file matches."),
        new("steps.when.set", YamlKind.Text, "A slot whose value is not empty.") { Words = BlueprintSlots.Goals },
        new("steps.when.failed", YamlKind.Text, "A step before that was done and failed."),
        new("steps.when.passed", YamlKind.Text, "A step before that was done and succeeded."),
        new("steps.expect", YamlKind.Map, "What counts as success.") { Default = "exit code 0 for a command" },
        new("steps.expect.fails", YamlKind.Flag, "Whether the command must exit with another code than 0.") { Default = "false" },
        new("steps.expect.output", YamlKind.Text, "A text the output holds."),
        new("steps.expect.file", YamlKind.Text, "A pattern some file matches afterwards."),
        new("steps.expect.changed", YamlKind.Text, "A pattern some changed file matches afterwards."),
    ]);

    private static IEnumerable<YamlKey> Role(string role) =>
    [
        new($"roles.{role}", YamlKind.Map, $"The {role}.") { Required = true },
        new($"roles.{role}.model", YamlKind.Text, "The model it prefers, as a host serves it.") { Default = "its tier's" },
        new($"roles.{role}.tools", YamlKind.Texts, "The tools it may use.") { Required = true, Words = CompanyRole.KnownTools },
        new($"roles.{role}.max_steps", YamlKind.Whole, "Most model turns of a run.")
        {
            Default = "the factory's", Minimum = 1, Maximum = 1000,
        },
        new($"roles.{role}.max_minutes", YamlKind.Whole, "Most minutes of a run.")
        {
            Default = "the tier's", Minimum = 1, Maximum = 10080,
        },
    ];
}
