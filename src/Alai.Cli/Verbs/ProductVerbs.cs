using System.CommandLine;
using Alai.Cli.Pages;
using Alai.Client.Requests;

namespace Alai.Cli.Verbs;

/// <summary><c>alai product add|list|show|doctor</c>.</summary>
internal static class ProductVerbs
{
    public static Verb Build(CliWorld world)
    {
        var group = new Verb("product", "The repositories the factory works on.");
        group.Add(Add(world));
        group.Add(new Verb("list", "List the products.") { Examples = ["alai product list"] }
            .Does(world, (context, _, cancellationToken) => context.AskAsync((client, stop) => client.Catalogues.ProductsAsync(stop), ProductPage.Write, cancellationToken)));
        var name = new Argument<string>("NAME") { Description = "The product's name." };
        group.Add(new Verb("show", "Show one product.") { Examples = ["alai product show bento"], Arguments = { name } }
            .Does(world, (context, parse, cancellationToken) => context.AskAsync(
                (client, stop) => client.Catalogues.ProductAsync(parse.GetRequiredValue(name), stop), ProductPage.Write, cancellationToken)));
        group.Add(Doctor(world));
        return group;
    }

    private static Verb Doctor(CliWorld world)
    {
        var name = new Argument<string>("NAME") { Description = "The product's name." };
        return new Verb("doctor", "Try a product: repository, sandbox, set-up and checks on its base.")
        {
            Details = "Runs the product's own set-up and verify commands on the base commit in the sandbox, as a run would before its agent starts. Exits with 1 when something failed.",
            Examples = ["alai product doctor bento"],
            Arguments = { name },
        }.Does(world, (context, parse, cancellationToken) => context.AskAsync(
            (client, stop) => client.Catalogues.ExamineProductAsync(parse.GetRequiredValue(name), stop),
            DoctorPage.WriteProduct,
            cancellationToken,
            doctor => doctor.Healthy ? ExitCode.Done : ExitCode.Error));
    }

    private static Verb Add(CliWorld world)
    {
        var path = new Argument<string>("PATH") { Description = "A checkout's folder." };
        var name = Given.Word("--name", "NAME", "Its name; the folder's when left out.");
        return new Verb("add", "Register a repository: build and test commands are discovered.")
        {
            Details = "Writes products/NAME.yaml in the home and shows it; edit the file when discovery guessed wrong.",
            Examples = ["alai product add ~/code/bento", "alai product add . --name bento"],
            Arguments = { path },
            Options = { name },
        }.Does(world, (context, parse, cancellationToken) => context.AskAsync(
            (client, stop) => client.Catalogues.AddProductAsync(
                new AddProduct { Path = Path.GetFullPath(parse.GetRequiredValue(path)), Name = parse.GetValue(name) }, stop),
            ProductPage.Write,
            cancellationToken));
    }
}
