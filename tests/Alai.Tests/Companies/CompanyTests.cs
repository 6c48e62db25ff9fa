using System.Text;
using Alai.Companies;
using Alai.Tasks;

namespace Alai.Tests.Companies;

public sealed class CompanyTests
{
    private static readonly CompanyLoad Shipped = CompanyLoader.Load([]);

    [Fact]
    public void The_eight_ship_without_a_problem()
    {
        Assert.Empty(Shipped.Problems.Select(problem => problem.ToString()));
        Assert.Equal(
            ["agentforge", "codecraft", "datavera", "flowforge", "lexicon", "proveo", "securion", "vizu"],
            Shipped.Catalogue.Companies.Select(company => company.Name));
        Assert.Equal(
            ["bugfix", "docs", "one-shot", "refactor", "security-fix"], Shipped.Catalogue.SharedBlueprints.Select(one => one.Name));
        Assert.All(["nextjs-app", "api-backend", "security-review"], name => Assert.NotNull(Shipped.Catalogue.Blueprint(name)));
    }

    [Theory]
    [InlineData(Stage.Build, Domain.Backend, "codecraft")]
    [InlineData(Stage.Build, Domain.General, "codecraft")]
    [InlineData(Stage.Build, Domain.Frontend, "vizu")]
    [InlineData(Stage.Build, Domain.Data, "datavera")]
    [InlineData(Stage.Build, Domain.AiTooling, "agentforge")]
    [InlineData(Stage.Build, Domain.Legal, "lexicon")]
    [InlineData(Stage.Build, Domain.Operations, "flowforge")]
    [InlineData(Stage.Review, Domain.Data, "proveo")]
    [InlineData(Stage.Security, Domain.Frontend, "securion")]
    [InlineData(Stage.Ops, Domain.Backend, "flowforge")]
    [InlineData(Stage.Docs, Domain.Backend, "lexicon")]
    [InlineData(Stage.Single, Domain.Frontend, "vizu")]
    public void Each_stage_and_domain_has_its_company(Stage stage, Domain domain, string name) =>
        Assert.Equal(name, Shipped.Catalogue.ForStage(stage, domain)?.Name);

    [Fact]
    public void The_listing_of_Proveo_is_as_agreed()
    {
        var company = Shipped.Catalogue.Find("PROVEO")!;
        var text = new StringBuilder($"{company.Title}: {company.Purpose}\n");
        foreach (var (stage, domains) in company.Stages)
            text.Append($"stage {SnakeWord<Stage>.Of(stage)}: {(domains.Count == 0 ? "rest" : string.Join(", ", domains))}\n");
        text.Append($"allowed {string.Join(", ", company.AllowedPaths)}; forbidden {string.Join(", ", company.ForbiddenPaths)}\n");
        foreach (var role in company.Roles.Values)
            text.Append($"\n## {role.Name}: {string.Join(", ", role.Tools)}; {role.MaxSteps} steps\n\n{role.Page}\n");
        text.Append($"\n{company.Soul}\n");
        foreach (var blueprint in company.Blueprints)
        {
            text.Append($"\n{blueprint.Name}: {blueprint.Summary}\n");
            foreach (var step in blueprint.Steps)
                text.Append($"- {step.Name} ({step.Retries} retries)\n{step.Run ?? step.Goal}");
        }

        GoldenText.Check("tests/Alai.Tests/Golden/Companies/proveo.txt", text.ToString());
    }

    [Fact]
    public void A_soul_is_short_enough_for_a_small_model() => Assert.All(
        Shipped.Catalogue.Companies, company => Assert.InRange(company.Soul.Split('\n').Count(line => line.Trim().Length > 0), 8, 16));

    [Fact]
    public void Judges_can_change_nothing() => Assert.All(["proveo", "securion"], name =>
    {
        var company = Shipped.Catalogue.Find(name)!;
        Assert.All(company.Roles.Values, role => Assert.Empty(role.Tools.Intersect(CompanyRole.ActingTools)));
        Assert.False(company.MayChange("src/a.cs"));
    });

    [Fact]
    public void Lexicon_writes_words_and_no_requirements()
    {
        var lexicon = Shipped.Catalogue.Find("lexicon")!;
        Assert.True(lexicon.MayChange("docs/a/b.md"));
        Assert.False(lexicon.MayChange("requirements.txt"));
        Assert.False(lexicon.MayChange("src/a.py"));
    }

    [Theory]
    [InlineData("codecraft", Stage.Build, TaskKind.Bugfix, "bugfix")]
    [InlineData("codecraft", Stage.Build, TaskKind.Scaffold, "api-backend")]
    [InlineData("codecraft", Stage.Build, TaskKind.Feature, "one-shot")]
    [InlineData("codecraft", Stage.Build, TaskKind.Operations, "one-shot")]
    [InlineData("vizu", Stage.Build, TaskKind.Scaffold, "nextjs-app")]
    [InlineData("proveo", Stage.Review, TaskKind.Bugfix, "code-review")]
    [InlineData("securion", Stage.Security, TaskKind.Feature, "security-review")]
    [InlineData("flowforge", Stage.Ops, TaskKind.Feature, "deploy")]
    [InlineData("lexicon", Stage.Docs, TaskKind.Refactor, "document-change")]
    public void A_task_gets_the_blueprint_of_its_stage_and_kind(string company, Stage stage, TaskKind kind, string blueprint) =>
        Assert.Equal(blueprint, Shipped.Catalogue.BlueprintFor(Shipped.Catalogue.Find(company)!, stage, kind)?.Name);

    [Fact]
    public void A_deployment_needs_no_model() => Assert.False(Shipped.Catalogue.Blueprint("deploy")!.NeedsModel);

    [Fact]
    public void A_person_changes_one_file_and_keeps_the_rest()
    {
        using var folder = new TemporaryFolder();
        folder.Write("codecraft/SOUL.md", "# Ours");
        var load = CompanyLoader.Load([folder.Path]);
        Assert.Empty(load.Problems);
        Assert.Equal("# Ours", load.Catalogue.Find("codecraft")!.Soul);
        Assert.Equal("CodeCraft", load.Catalogue.Find("codecraft")!.Title);
    }

    [Fact]
    public void Every_mistake_is_reported_at_once_with_file_and_line()
    {
        using var folder = new TemporaryFolder();
        folder.Write("acme/company.yaml", """
            title: Acme
            purpos: Typo.
            stages: { build: [backend, frontend] }
            roles:
              lead: { tools: [read_file] }
              builder: { tools: [read_fil] }
            """);
        folder.Write("acme/SOUL.md", "# Acme");
        folder.Write("acme/agents/lead.md", "x");
        folder.Write("empty/notes.md", "x");
        folder.Write("shared/blueprints/broken.yaml", """
            summary: Broken.
            steps:
              - name: a
                run: "echo {{title}}"
              - name: a
                agent: "{{titel}}"
                when: { failed: b }
              - name: c
            """);
        var problems = CompanyLoader.Load([folder.Path]).Problems.Select(one => one.ToString().Replace(folder.Path + "/", "", StringComparison.Ordinal)).ToList();
        Assert.All(
            [
                "acme/company.yaml:2: unknown key 'purpos'; did you mean 'purpose'?",
                "acme/company.yaml:1: expected the key 'purpose' (One sentence); it is missing",
                "acme/company.yaml:5: expected the key 'reviewer' in roles (The reviewer); it is missing",
                "acme/company.yaml:6: expected one of read_file, write_file, edit_file, search, list, run, finish for each item of 'roles.builder.tools'; found 'read_fil'; did you mean 'read_file'?",
                "companies/acme/agents/builder.md: expected a page with some text; there is none",
                "companies/empty: expected a company.yaml in the folder; there is none",
                "acme/company.yaml:1: expected one company for stage build, domain frontend; found acme and vizu",
                "shared/blueprints/broken.yaml:4: slot 'title' may not enter a command: it is not the product file's own; use one of setup, verify, deploy, health, rollback, environment, root",
                "shared/blueprints/broken.yaml:5: expected a name no other step has; 'a' is taken",
                "shared/blueprints/broken.yaml:7: no step before this one is called 'b'; expected one of: a",
                "shared/blueprints/broken.yaml:8: expected either 'run' or 'agent' in a step; found neither",
            ],
            expected => Assert.Contains(problems, found => Same(expected, found)));
        Assert.Contains(problems, found => found.Contains("unknown slot 'titel'; did you mean 'title'?", StringComparison.Ordinal));
    }

    [Fact]
    public void Huge_files_and_garbage_are_problems_and_the_others_still_load()
    {
        using var folder = new TemporaryFolder();
        folder.Write("codecraft/SOUL.md", new string('x', 10 * 1024 * 1024));
        folder.Write("shared/blueprints/noise.yaml", "\u0001\u0002{{{");
        folder.Write("shared/blueprints/twice.yaml", "summary: a\nsummary: b\nsteps: [{ name: a, run: \"true\" }]");
        var load = CompanyLoader.Load([folder.Path]);
        Assert.Equal(3, load.Problems.Count);
        Assert.StartsWith("# CodeCraft", load.Catalogue.Find("codecraft")!.Soul, StringComparison.Ordinal);
        Assert.Equal(8, load.Catalogue.Companies.Count);
    }

    [Fact]
    public void A_stage_without_a_company_is_a_problem()
    {
        using var folder = new TemporaryFolder();
        folder.Write("proveo/company.yaml", "enabled: false\ntitle: Proveo\npurpose: Off.\nstages: {}\nroles: { lead: { tools: [] }, builder: { tools: [] }, reviewer: { tools: [] } }");
        Assert.Contains(
            "companies: expected a company for stage review, domain backend; there is none",
            CompanyLoader.Load([folder.Path]).Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void A_company_no_task_can_reach_is_a_problem()
    {
        using var folder = new TemporaryFolder();
        folder.Write("vizu/company.yaml", "title: Vizu\npurpose: None.\nstages: {}\nroles: { lead: { tools: [] }, builder: { tools: [] }, reviewer: { tools: [] } }");
        Assert.Contains(
            "no task can reach Vizu: it serves no stage and domain", CompanyLoader.Load([folder.Path]).Problems.Select(problem => problem.Text));
    }

    [Fact]
    public void A_judge_that_could_write_is_a_problem()
    {
        using var folder = new TemporaryFolder();
        folder.Write("proveo/company.yaml", "title: P\npurpose: P.\nstages: { review: [rest] }\nroles: { lead: { tools: [] }, builder: { tools: [] }, reviewer: { tools: [read_file, run] } }");
        Assert.Contains(CompanyLoader.Load([folder.Path]).Problems, problem => problem.Text.EndsWith("found run", StringComparison.Ordinal));
    }

    /// <summary>The file's own line may differ in a problem that is about the file as a whole.</summary>
    private static bool Same(string expected, string found) => expected == found || found.EndsWith(expected, StringComparison.Ordinal);
}
