using Alai.Budgets;
using Alai.Companies;
using Alai.HiveMind;
using Alai.Minions;
using Alai.Pipeline;
using Alai.Prompting;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>Sends agents to work: picks the executor, builds prompt and work order, runs the blueprint's steps.</summary>
internal sealed class Agents(FactoryParts parts, ModelDoor door, IHiveMind hive, (IPaidModels? Models, EmptyDesk Desk) paid)
{
    private const int LessonCharacters = 1500;

    /// <summary>What a run that never reached an agent is recorded with.</summary>
    public RunFigures Figures(StageRun run, string sandbox) => new()
    {
        Executor = run.Route.Executors[0],
        Model = run.Route.Model,
        Host = run.Claim.Host?.Name ?? "",
        Sandbox = sandbox,
    };

    /// <summary>Changes files in a workspace, by the company's blueprint.</summary>
    public async Task<WorkReport> WorkAsync(StageRun run, WorkSite site, CancellationToken cancellationToken)
    {
        var (ground, workspace, input) = site;
        var company = CompanyOf(run);
        var stage = run.Task.Lineage.Stage!.Value;
        var blueprint = parts.Now.Companies.BlueprintFor(company, stage, run.Task.Classification.Kind);
        var order = OrderOf(run) with
        {
            Folder = workspace.ProductRoot,
            Commands = new SandboxCommands(ground.Sandbox, WorkspaceSpec.Of(ground, workspace)),
            SandboxLevel = ground.LevelWord,
            Paths = new PathRules { Limits = LimitsOf(run, ground, company) },
            ArtefactFolder = Path.Combine(parts.Home.Data, "artefacts", $"{run.Key.Task.Value}-{run.Key.Run.Value}"),
        };
        var brief = new PromptInput
        {
            Task = run.Cleared.Task,
            Company = company.Title,
            Soul = company.Soul,
            Role = company.RoleFor(stage).Page,
            Values = GoalValues.Of(run, ground),
            Verify = [.. ground.Plan.Commands.Select(command => command.Text)],
            LastFailure = FailureOf(run, input),
            Map = RepositoryMap.Of(workspace.ProductRoot, $"{run.Root.Title}\n{run.Root.Body}", cancellationToken),
            Snippets = [.. await ChangeAsync(run, ground, input, cancellationToken), .. await LessonsAsync(run, cancellationToken)],
        };
        var runner = new BlueprintRunner(new PromptBuilder(parts.Options.Random), run.Log, MinionOf(run));
        var report = await runner.RunAsync(new BlueprintWork(blueprint, brief, order, workspace), cancellationToken);
        return Complete(run, report, ground.LevelWord);
    }

    /// <summary>Judges a diff by schema, read-only and without files.</summary>
    public async Task<WorkReport> JudgeAsync(StageRun run, Ground ground, JudgeSubject subject, CancellationToken cancellationToken)
    {
        var company = CompanyOf(run);
        var stage = run.Task.Lineage.Stage!.Value;
        var prompt = new JudgePrompt(parts.Options.Random).Build(new JudgeInput
        {
            Task = run.Root,
            Stage = stage,
            Soul = company.Soul,
            Role = company.RoleFor(stage).Page,
            Diff = subject.Diff,
            ArtefactHash = subject.Artefact.Hash,
            Checks = CheckText(subject),
        });
        var order = OrderOf(run) with { Prompt = prompt, ReadOnly = true, NeedsChange = false, SandboxLevel = ground.LevelWord };
        var report = Complete(run, await paid.Desk.RunAsync(MinionOf(run), order, run.Log, cancellationToken), ground.LevelWord);
        return report with { Figures = report.Figures with { SameModel = run.Route.Reason.Contains("same_model", StringComparison.Ordinal) } };
    }

    /// <summary>Answers in words, without files.</summary>
    public async Task<WorkReport> AnswerAsync(StageRun run, CancellationToken cancellationToken)
    {
        var company = CompanyOf(run);
        var prompt = new PromptBuilder(parts.Options.Random).Build(new PromptInput
        {
            Task = run.Cleared.Task,
            Company = company.Title,
            Soul = company.Soul,
            LastFailure = run.Task.Progress.LastFailure,
            Snippets = await LessonsAsync(run, cancellationToken),
            NeedsChange = false,
        });
        // An answer needs no tools: the plain executor of the same tier is the cheaper one.
        var simple = run.Route with { Executors = [.. run.Route.Executors.OrderBy(name => name is MinionNames.OllamaSimple or MinionNames.LlamaServer ? 0 : 1)] };
        var minion = Picker().Pick(simple, []) ?? MinionOf(run);
        return Complete(run, await paid.Desk.RunAsync(minion, OrderOf(run) with { Prompt = prompt, NeedsChange = false }, run.Log, cancellationToken), "");
    }

    // DOCS describes what landed, so it reads the change.
    private static async Task<IReadOnlyList<PromptSnippet>> ChangeAsync(
        StageRun run, Ground ground, StageInput input, CancellationToken cancellationToken)
    {
        if (run.Task.Lineage.Stage != Stage.Docs || input.Artefact is not { Commit.Length: > 0 } landed)
            return [];
        var diff = await ground.Repository.DiffAsync(landed.Commit + "^1", landed.Commit, cancellationToken);
        return [new PromptSnippet("the change that landed", TrustLabel.Repository, diff)];
    }

    private async Task<IReadOnlyList<PromptSnippet>> LessonsAsync(StageRun run, CancellationToken cancellationToken)
    {
        var query = new HiveQuery { Text = $"{run.Root.Title} {run.Root.Body}", Product = run.Root.Product, Limit = 3 };
        var lessons = await hive.RecallAsync(query, LessonCharacters, cancellationToken);
        run.Log.Step(new RunStep("note", lessons.Hits.Count == 0
            ? "no lesson recalled"
            : "recalled " + string.Join(", ", lessons.Hits.Select(hit => $"hive {hit.Entry.Id}"))));
        return [.. lessons.Hits.Select(hit => new PromptSnippet($"hive {hit.Entry.Id}", TrustLabel.Web, hit.Entry.Text))];
    }

    private Company CompanyOf(StageRun run) => parts.Now.Companies.Find(run.Route.Company)
        ?? throw new FactoryException(parts.Now.Companies.Unknown(run.Route.Company), "run: alai company validate");

    private WorkOrder OrderOf(StageRun run)
    {
        var idle = parts.Fleet.Tiers.Find(run.Route.Tier)?.Setting.Idle ?? TimeSpan.FromSeconds(60);
        var money = run.Route.Paid ? Allowance(run) : new BudgetDecision(false, 0, "");
        return new WorkOrder
        {
            PaidMicroUsd = money.MicroUsd,
            PaidRefusal = money.Allowed ? "" : money.Reason,
            Key = run.Key,
            Cleared = run.Cleared,
            Route = run.Route,
            Prompt = new Prompt { Messages = [] },
            Host = run.Claim.Host,
            Limits = LimitsOf(run, idle),
        };
    }

    // Closed when in doubt: no price, or nothing left, is no money.
    private BudgetDecision Allowance(StageRun run) => parts.Budget.Allowance(run.Route.Model, parts.Used(run.Root.Id));

    // The tier's own wall, unless the company's role has less time; the role's turns in place of the factory's.
    private WorkLimits LimitsOf(StageRun run, TimeSpan idle)
    {
        var usual = WorkLimits.For(run.Task.Classification.Complexity, run.Route.Tier, idle);
        var role = CompanyOf(run).RoleFor(run.Task.Lineage.Stage!.Value);
        var wall = parts.Settings.Tiers?.GetValueOrDefault(run.Route.Tier)?.Wall ?? usual.Wall;
        var most = role.MaxMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : wall;
        return usual with { Steps = role.MaxSteps ?? usual.Steps, Wall = most < wall ? most : wall };
    }

    private IMinion MinionOf(StageRun run)
    {
        // An executor whose protocol the model could not keep is not tried twice on the same tier.
        var tried = parts.Reader.Runs(run.Task.Id)
            .Where(before => before.Route.Tier == run.Route.Tier && before.Outcome is RunOutcome.Format)
            .Select(before => before.Figures.Executor).ToHashSet(StringComparer.Ordinal);
        return Picker().Pick(run.Route, tried) ?? throw new FactoryException(
            $"no executor of {string.Join(", ", run.Route.Executors)} exists; known: {string.Join(", ", Picker().Names)}", "mend tiers in alai.yaml");
    }

    // Made anew for each run: the rules in force now are the ones the executor asks.
    private MinionPicker Picker()
    {
        var rules = parts.Now.Rules;
        return new MinionPicker(
        [
            new OllamaToolMinion(MinionNames.OllamaTool, door, rules, parts.Time),
            new OllamaToolMinion(MinionNames.LlamaTool, door, rules, parts.Time),
            new OllamaSimpleMinion(MinionNames.OllamaSimple, door, rules, parts.Time),
            new OllamaSimpleMinion(MinionNames.LlamaServer, door, rules, parts.Time),
            new CommandMinion(rules, parts.Time),
            new ClaudeCliMinion(rules, parts.Time, paid.Models),
            new HumanQueueMinion(),
        ]);
    }

    /// <summary>Where a stage may write: what the product allows, what the company may change, and not what it must not.</summary>
    public static PathLimits LimitsOf(StageRun run, Ground ground, Company? company) => new()
    {
        Root = ground.Product.Root,
        Allowed = [run.Task.Lineage.Stage == Stage.Docs ? ground.Product.DocsPaths : ground.Product.AllowedPaths, company?.AllowedPaths ?? []],
        Forbidden = company?.ForbiddenPaths ?? [],
    };

    private static string FailureOf(StageRun run, StageInput input)
    {
        var lines = input.Findings.Select(finding => $"- ({finding.Severity}) {finding.File}: {finding.Text}").ToList();
        if (lines.Count > 0)
            lines.Insert(0, $"{input.FoundBy.ToUpperInvariant()} rejected the result so far and found:");
        if (run.Task.Progress.LastFailure.Length > 0)
            lines.Add(run.Task.Progress.LastFailure);
        return string.Join('\n', lines);
    }

    private static string CheckText(JudgeSubject subject) => string.Join('\n', subject.Proof.Concat(subject.Scan?.Checks ?? [])
        .Select(check => $"{(check.Passed ? "passed" : "FAILED")} {check.Check}: {check.Seen}{(check.Command.Length > 0 ? $" ({check.Command}: exit code {check.ExitCode})" : "")}")
        .Concat((subject.Scan?.Findings ?? []).Select(finding => $"scanner ({finding.Severity}) {finding.File}: {finding.Text}")));

    private static WorkReport Complete(StageRun run, WorkReport report, string sandbox) => report with
    {
        Figures = report.Figures with
        {
            Executor = report.Figures.Executor.Length > 0 ? report.Figures.Executor : run.Route.Executors[0],
            Model = report.Figures.Model.Length > 0 ? report.Figures.Model : run.Route.Model,
            Host = report.Figures.Host.Length > 0 ? report.Figures.Host : run.Claim.Host?.Name ?? "",
            Sandbox = sandbox.Length > 0 ? sandbox : report.Figures.Sandbox,
        },
    };
}
