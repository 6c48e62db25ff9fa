using System.CommandLine;
using Alai.Cli.Pages;
using Alai.Client.Requests;

namespace Alai.Cli.Verbs;

/// <summary><c>alai pipeline show|advance|validate</c>.</summary>
internal static class PipelineVerbs
{
    public static Verb Build(CliWorld world)
    {
        var group = new Verb("pipeline", "A task's way through BUILD, REVIEW, SECURITY, landing, OPS and DOCS.");
        var shown = Given.Id();
        group.Add(new Verb("show", "Draw a task's stages, rounds, judgements, checks and landing.")
        {
            Examples = ["alai pipeline show 12"],
            Arguments = { shown },
        }.Does(world, (context, parse, cancellationToken) => context.AskAsync(
            (client, stop) => client.Pipelines.ShowAsync(parse.GetValue(shown), stop), PipelinePage.Write, cancellationToken)));
        var advanced = Given.Id();
        group.Add(new Verb("advance", "Have the factory look at a task now instead of at the next tick.")
        {
            Details = "Doing it twice does nothing more. What waits for a person still waits for one: 'alai inbox'.",
            Examples = ["alai pipeline advance 12"],
            Arguments = { advanced },
        }.Does(world, (context, parse, cancellationToken) => context.AskAsync(
            (client, stop) => client.Pipelines.AdvanceAsync(parse.GetValue(advanced), stop), SaidPage.Write, cancellationToken)));
        group.Add(Validate(world));
        return group;
    }

    private static Verb Validate(CliWorld world)
    {
        var file = new Argument<FileInfo?>("FILE") { Description = "A pipeline file; without it the one the home uses.", Arity = ArgumentArity.ZeroOrOne };
        return new Verb("validate", "Read a pipeline file and tell all problems at once.")
        {
            Details = "Exits with 1 when there is a problem.",
            Examples = ["alai pipeline validate", "alai pipeline validate ./pipeline.yaml"],
            Arguments = { file },
        }.Does(world, async (context, parse, cancellationToken) =>
        {
            var words = parse.GetValue(file) is { } given
                ? new ValidatePipeline { File = given.ToString(), Text = await File.ReadAllTextAsync(given.FullName, cancellationToken) }
                : new ValidatePipeline();
            return await context.AskAsync(
                (client, stop) => client.Pipelines.ValidateAsync(words, stop),
                PipelinePage.Validation,
                cancellationToken,
                problems => problems.Problems.Count == 0 ? ExitCode.Done : ExitCode.Error);
        });
    }
}
