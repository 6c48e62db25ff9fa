using System.CommandLine;
using Alai.Cli.Pages;

namespace Alai.Cli.Verbs;

/// <summary><c>alai company list|show|validate</c>.</summary>
internal static class CompanyVerbs
{
    public static Verb Build(CliWorld world)
    {
        var group = new Verb("company", "The companies that do the work.");
        group.Add(new Verb("list", "List the companies.") { Examples = ["alai company list"] }
            .Does(world, (context, _, cancellationToken) => context.AskAsync((client, stop) => client.Catalogues.CompaniesAsync(stop), CompanyPage.Write, cancellationToken)));
        var name = new Argument<string>("NAME") { Description = "The company's name." };
        group.Add(new Verb("show", "Show one company with its soul.") { Examples = ["alai company show Proveo"], Arguments = { name } }
            .Does(world, (context, parse, cancellationToken) => context.AskAsync(
                (client, stop) => client.Catalogues.CompanyAsync(parse.GetRequiredValue(name), stop), CompanyPage.Write, cancellationToken)));
        group.Add(new Verb("validate", "Read every company anew and tell all problems at once.")
        {
            Details = "Exits with 1 when there is a problem.",
            Examples = ["alai company validate"],
        }.Does(world, (context, _, cancellationToken) => context.AskAsync(
            (client, stop) => client.Catalogues.ValidateCompaniesAsync(stop),
            CompanyPage.Validation,
            cancellationToken,
            list => list.Problems.Count == 0 ? ExitCode.Done : ExitCode.Error)));
        return group;
    }
}
