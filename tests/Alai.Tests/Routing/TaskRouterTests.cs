using Alai.Routing;
using Alai.Tasks;
using CsCheck;

namespace Alai.Tests.Routing;

public sealed class TaskRouterTests
{
    private static readonly CompanyView[] Eight =
    [
        new("CodeCraft", [Stage.Build], [Domain.Backend, Domain.General]),
        new("Vizu", [Stage.Build], [Domain.Frontend]),
        new("Datavera", [Stage.Build], [Domain.Data]),
        new("AgentForge", [Stage.Build], [Domain.AiTooling]),
        new("Proveo", [Stage.Review], [Domain.Quality]),
        new("Securion", [Stage.Security], [Domain.Security]),
        new("FlowForge", [Stage.Ops], [Domain.Operations]),
        new("Lexicon", [Stage.Docs], [Domain.Documentation, Domain.Legal]),
    ];

    private static TierView Local(int tier, string? model = null, string? missing = null) =>
        new() { Tier = tier, Model = model ?? $"m{tier}", Hosts = ["forge"], Executors = ["ollama-tool"], Missing = missing };

    private static readonly TierView Paid = new() { Tier = 4, Model = "sonnet", Executors = ["claude-cli"], Paid = true, LeavesHouse = true };

    private static readonly RoutingView Full = new() { Tiers = [Local(1), Local(2), Local(3), Paid], Companies = Eight };

    private static FactoryTask Task(int complexity = 2, Domain domain = Domain.Backend, Stage? stage = Stage.Build) => new()
    {
        Id = new TaskId(2), Uid = "u", Title = "t", Filer = "human:anna",
        Classification = new Classification(complexity, domain, TaskKind.Feature, 1, "rules", ""),
        Lineage = new Lineage(new TaskId(1), null, stage),
    };

    private static Route Routed(FactoryTask task, RoutingView view)
    {
        var answer = TaskRouter.Route(task, view);
        Assert.Null(answer.Problem);
        return answer.Route!;
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(5, 5)]
    public void Complexity_picks_the_tier(int complexity, int tier)
    {
        var route = Routed(Task(complexity), Full);

        Assert.Equal(tier, route.Tier);
        Assert.Contains($"complexity {complexity}", route.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hard_task_stays_local_unless_starting_in_a_paid_tier_is_allowed()
    {
        var route = Routed(Task(4), Full);
        Assert.Equal((3, false), (route.Tier, route.Paid));
        Assert.Contains("tier 4 is paid", route.Reason, StringComparison.Ordinal);

        Assert.True(Routed(Task(4), Full with { StartInPaid = true }).Paid);
        Assert.False(Routed(Task(4) with { Sensitivity = 1 }, Full with { StartInPaid = true }).Paid);
    }

    [Fact]
    public void An_absent_tier_uses_the_nearest_local_one_and_says_so()
    {
        var route = Routed(Task(2), Full with { Tiers = [Local(1), Local(3)] });

        Assert.Equal(3, route.Tier);
        Assert.Contains("tier 2 is absent; the nearest local one", route.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_no_host_serves_makes_the_task_wait_and_never_climb()
    {
        var answer = TaskRouter.Route(Task(2), Full with { Tiers = [Local(1), Local(2, "coder", "alai fleet pull coder"), Local(3), Paid] });

        Assert.Null(answer.Route);
        Assert.Contains("names the model coder and no host serves it: alai fleet pull coder", answer.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_escalation_goes_up_or_to_a_person()
    {
        var third = Task(2) with { Progress = new TaskProgress { Tier = 4, Escalations = 1 } };

        Assert.Equal(5, Routed(third, Full).Tier);
        Assert.Equal(4, Routed(third, Full with { EscalateIntoPaid = true }).Tier);
        Assert.Equal(5, Routed(third with { Progress = third.Progress with { Tier = 2 } }, Full with { Tiers = [Local(1)] }).Tier);
        Assert.Equal("lead", Routed(third with { Progress = third.Progress with { Tier = 3 } }, Full).Role);
    }

    [Fact]
    public void Without_any_model_a_person_learns_what_to_do()
    {
        var answer = TaskRouter.Route(Task(), Full with { Tiers = [] });

        Assert.Contains("alai fleet status", answer.Problem, StringComparison.Ordinal);
        Assert.Equal(["human-queue"], Routed(Task(5), Full with { Tiers = [] }).Executors);
    }

    [Theory]
    [InlineData(Stage.Build, Domain.Frontend, "Vizu")]
    [InlineData(Stage.Build, Domain.Data, "Datavera")]
    [InlineData(Stage.Build, Domain.AiTooling, "AgentForge")]
    [InlineData(Stage.Build, Domain.Security, "CodeCraft")]
    [InlineData(Stage.Review, Domain.Frontend, "Proveo")]
    [InlineData(Stage.Security, Domain.Backend, "Securion")]
    [InlineData(Stage.Ops, Domain.Backend, "FlowForge")]
    [InlineData(Stage.Docs, Domain.Backend, "Lexicon")]
    [InlineData(Stage.Single, Domain.Legal, "Lexicon")]
    public void Stage_and_domain_pick_the_company(Stage stage, Domain domain, string company)
    {
        var route = Routed(Task(2, domain, stage), Full);

        Assert.Equal(company, route.Company);
        Assert.Equal(stage is Stage.Review or Stage.Security ? "reviewer" : "builder", route.Role);
    }

    [Fact]
    public void A_company_that_was_asked_for_is_taken_or_its_absence_explained()
    {
        Assert.Equal("Vizu", Routed(Task() with { Company = "vizu" }, Full).Company);
        Assert.Contains("loaded: CodeCraft", TaskRouter.Route(Task() with { Company = "Nobody" }, Full).Problem, StringComparison.Ordinal);
        Assert.Contains("does not work in the stage build", TaskRouter.Route(Task() with { Company = "Proveo" }, Full).Problem, StringComparison.Ordinal);
        Assert.Contains("no company works in the stage ops", TaskRouter.Route(Task(2, Domain.Backend, Stage.Ops), Full with { Companies = Eight[..4] }).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reviewer_is_another_model_than_the_builder_or_the_route_says_so()
    {
        var view = Full with { BuilderModel = "m2" };
        Assert.Equal("m3", Routed(Task(2, stage: Stage.Review), view).Model);
        Assert.Equal("m2", Routed(Task(2), view).Model);

        var alone = TaskRouter.Route(Task(2, stage: Stage.Review), view with { Tiers = [Local(2)] });
        Assert.True(alone.SameModel);
        Assert.Contains("same_model", alone.Route!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_could_not_judge_is_not_asked_again_while_there_is_another()
    {
        var view = Full with { BuilderModel = "m2", CouldNotJudge = new HashSet<string> { "m3" } };
        Assert.Equal("m1", Routed(Task(2, stage: Stage.Review), view).Model);
        Assert.Equal("m1", Routed(Task(3, stage: Stage.Security), view).Model);
        Assert.Contains("m3, which could not judge", Routed(Task(3, stage: Stage.Security), view).Reason, StringComparison.Ordinal);

        // Nobody else is left: asked again, but never the builder's own model.
        var two = view with { Tiers = [Local(2), Local(3)] };
        Assert.Equal("m3", Routed(Task(2, stage: Stage.Review), two).Model);
        Assert.Equal("m3", Routed(Task(3, stage: Stage.Review), two).Model);
    }

    [Fact]
    public void Where_only_a_paid_tier_is_served_it_is_used_if_the_owner_allows_it()
    {
        var view = Full with { Tiers = [.. Full.Tiers.Where(tier => tier.Paid)], StartInPaid = true, EscalateIntoPaid = true };
        Assert.Equal(4, Routed(Task(2), view).Tier);
        Assert.Contains("escalate_into_paid", Routed(Task(2), view).Reason, StringComparison.Ordinal);
        Assert.Null(TaskRouter.Route(Task(2), view with { StartInPaid = false }).Route);
        Assert.Null(TaskRouter.Route(Task(2) with { Sensitivity = 1 }, view).Route);
        Assert.Equal(2, Routed(Task(2), view with { Tiers = [Local(2), .. view.Tiers] }).Tier);
    }

    [Fact]
    public void No_route_ever_breaks_the_owners_rules()
    {
        var tiers = Gen.Select(Gen.Int[1, 4], Gen.Bool, Gen.Bool, Gen.Bool, Gen.Int[1, 3]).Select((tier, paid, outside, missing, model) => new TierView
        {
            Tier = tier, Model = $"m{model}", Executors = ["x"], Paid = paid, LeavesHouse = outside, Missing = missing ? "pull it" : null,
        }).List[0, 5].Select(list => list.DistinctBy(t => t.Tier).ToList());
        var views = Gen.Select(tiers, Gen.Bool, Gen.Bool, Gen.Int[1, 3]).Select((list, start, climb, builder) => new RoutingView
        {
            Tiers = list, Companies = Eight, StartInPaid = start, EscalateIntoPaid = climb, BuilderModel = $"m{builder}",
        });
        var tasks = Gen.Select(Gen.Int[-1, 7], Gen.Int[0, 2], Gen.Int[0, 5], Gen.Int[0, 2], Gen.Enum<Stage>()).Select((complexity, sensitivity, tier, escalations, stage) =>
            Task(complexity, Domain.General, stage) with { Sensitivity = sensitivity, Progress = new TaskProgress { Tier = tier, Escalations = escalations } });

        Gen.Select(tasks, views).Sample((task, view) =>
        {
            var answer = TaskRouter.Route(task, view);
            if (answer.Route is not { } route)
                return !string.IsNullOrWhiteSpace(answer.Problem);
            var tier = view.Tiers.SingleOrDefault(t => t.Tier == route.Tier);
            var paidAllowed = task.Progress.Escalations > 0 ? view.EscalateIntoPaid : view.StartInPaid;
            return (route.Tier == 5 || tier is { Missing: null })
                && (!route.Paid || (paidAllowed && task.Sensitivity == 0))
                && (task.Sensitivity == 0 || tier is null || !tier.LeavesHouse)
                && (task.Sensitivity < 2 || route.Tier == 5)
                && route.Executors.Count > 0 && route.Reason.Length > 0 && !route.Reason.Contains('\n', StringComparison.Ordinal)
                && TaskRouter.Route(task, view).Route!.Reason == route.Reason;
        }, iter: 20_000);
    }
}
