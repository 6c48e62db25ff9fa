using System.CommandLine;
using Alai.Cli.Pages;

namespace Alai.Cli.Verbs;

/// <summary><c>alai fleet status|probe|why</c>.</summary>
internal static class FleetVerbs
{
    public static Verb Build(CliWorld world)
    {
        var group = new Verb("fleet", "The machines that serve models, and the tiers made of them.");
        group.Add(new Verb("status", "Hosts, models and tiers, as last seen.") { Examples = ["alai fleet status"] }
            .Does(world, (context, _, cancellationToken) => context.AskAsync((client, stop) => client.Fleet.StatusAsync(stop), FleetPage.Write, cancellationToken)));
        group.Add(new Verb("probe", "Ask every host now.")
        {
            Details = "Exits with 1 when no model can do work; the commands that mend it are printed.",
            Examples = ["alai fleet probe"],
        }.Does(world, (context, _, cancellationToken) => context.AskAsync(
            (client, stop) => client.Fleet.ProbeAsync(stop), FleetPage.Write, cancellationToken, fleet => fleet.CanWork ? ExitCode.Done : ExitCode.Error)));
        group.Add(Why(world));
        return group;
    }

    private static Verb Why(CliWorld world)
    {
        var model = new Argument<string?>("MODEL") { Description = "The model; the whole fleet when left out.", Arity = ArgumentArity.ZeroOrOne };
        return new Verb("why", "Why a model is used, or is not.")
        {
            Examples = ["alai fleet why", "alai fleet why qwen3:8b"],
            Arguments = { model },
        }.Does(world, (context, parse, cancellationToken) => context.AskAsync(
            (client, stop) => client.Fleet.WhyAsync(parse.GetValue(model), stop), FleetPage.Write, cancellationToken));
    }
}
