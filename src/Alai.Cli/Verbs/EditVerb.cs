using Alai.Cli.Pages;
using Alai.Client;
using Alai.Client.Requests;

namespace Alai.Cli.Verbs;

/// <summary><c>alai task edit</c>: new values for fields, of one task or of every task a filter chooses.</summary>
internal static class EditVerb
{
    public static Verb Build(CliWorld world)
    {
        var id = Given.IdOrMany();
        var options = new EditOptions();
        var many = new ManyOptions(before: "where-");
        var editor = Given.Flag("--editor", "Edit title, product, priority, labels, criteria and body in your editor (VISUAL, EDITOR).");
        var verb = new Verb("edit", "Change a task, or many at once.")
        {
            Details = "The safety rules read the new text again, and an approval of the old text is void. With --if-version, and always in the editor, "
                + "what somebody else changed meanwhile is told and nothing is overwritten. Without a number, a filter (--where-...) chooses the tasks: the first ten are "
                + "shown, and more than ten need --yes. Many at once take new values of product, priority, owner, due, deploy and docs, and labels to add and to remove; each is changed or refused by itself.",
            Examples =
            [
                "alai task edit 12 --title \"Show prices with three decimals\"", "alai task edit 12 -p blocker", "alai task edit 12 --add-label shop --remove-label later",
                "alai task edit 12 --editor", "alai task edit --where-label shop --where-product bento -p high --due 2w",
            ],
            Arguments = { id },
        };
        foreach (var option in options.All.Append(editor))
            verb.Add(option);
        return many.On(verb).Does(world, (context, parse, cancellationToken) =>
        {
            var fields = options.Read(parse, world.Time);
            var isEditor = parse.GetValue(editor);
            return (many.Read(parse), parse.GetValue(id)) switch
            {
                (null, null) => Wrong(context, $"{id.Name} is missing: {id.Description}", "a filter begins with --where, for example --where-label shop"),
                (not null, not null) => Wrong(context, "A task and a filter were given.", "", "one of the two"),
                (null, not null) when many.IsDry(parse) => Task.FromResult(context.Fail(ManyOptions.DryOne, ExitCode.WrongUsage)),
                (null, { } one) when isEditor => EditorFlow.RunAsync(context, one, cancellationToken),
                (not null, _) when isEditor => Wrong(context, "--editor edits one task.", "with a filter, give the new values as options"),
                _ when fields == new EditFields { Version = fields.Version } => Wrong(context, "Nothing to change was given.", "alai task edit --help"),
                (null, { } one) => OneAsync(context, one, fields, cancellationToken),
                ({ }, _) when fields.OfOneTask is { Count: > 0 } own => Wrong(context, EditFields.NotForMany(own), "alai task edit ID changes those of one task"),
                ({ } query, _) => new ManyVerb(context, verb.Name).AskAsync(query, (new VerbWords { Fields = fields }, many.IsDry(parse), many.IsSure(parse)), cancellationToken),
            };
        });
    }

    private static Task<int> OneAsync(CliContext context, long id, EditFields fields, CancellationToken cancellationToken) => context.AskAsync(
        (client, stop) => client.Tasks.EditAsync(id, fields, stop),
        SaidPage.Write,
        cancellationToken,
        change => change.Task.State == "held" ? ExitCode.NeedsPerson : ExitCode.Done);

    private static Task<int> Wrong(CliContext context, string text, string hint, string expected = "") =>
        Task.FromResult(context.Fail(new Problem(text, expected, Hint: hint), ExitCode.WrongUsage));
}
