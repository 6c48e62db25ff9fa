using Alai.Tasks;

namespace Alai.Routing;

/// <summary>
/// Chooses tier, company and role. Pure: the same task and view give the same answer. Never a paid tier by fallback,
/// never a silent climb: whatever differs from the table is said in the reason.
/// </summary>
public static class TaskRouter
{
    /// <summary>The tier of work that needs none.</summary>
    public const int NoTier = 0;

    /// <summary>Routes one task.</summary>
    /// <param name="task">The task, its classification and its progress: a tier there is where the next run starts.</param>
    /// <param name="view">Tiers and companies.</param>
    public static RouteAnswer Route(FactoryTask task, RoutingView view)
    {
        var company = CompanyChoice.For(task, view);
        if (company.Company is null)
            return new RouteAnswer(null, company.Why);

        if (view.Commands.Length > 0 && task.Sensitivity < 2)
            return new RouteAnswer(Commands(task, view, company), null);
        var tier = new TierChoice(task, view).Choose();
        if (tier.Tier is not { } chosen)
            return new RouteAnswer(null, tier.Why);

        var same = Judges(task.Lineage.Stage) && chosen.Model.Length > 0 && chosen.Model == view.BuilderModel;
        var route = new Route
        {
            Tier = chosen.Tier,
            Company = company.Company.Name,
            Role = Role(task),
            Model = chosen.Model,
            Executors = chosen.Executors,
            Hosts = chosen.Hosts,
            Paid = chosen.Paid,
            Reason = $"{tier.Why}; {company.Why}{(same ? "; same_model: no other model can judge" : "")}",
        };
        return new RouteAnswer(route, null, same);
    }

    private static Route Commands(FactoryTask task, RoutingView view, CompanyChoice company) => new()
    {
        Tier = NoTier,
        Company = company.Company!.Name,
        Role = Role(task),
        Executors = ["command"],
        Reason = $"no model and no tier: the blueprint {view.Commands} is commands alone; {company.Why}",
    };

    internal static bool Judges(Stage? stage) => stage is Stage.Review or Stage.Security;

    private static string Role(FactoryTask task) =>
        Judges(task.Lineage.Stage) ? "reviewer" : task.Progress.Escalations > 0 ? "lead" : "builder";
}
