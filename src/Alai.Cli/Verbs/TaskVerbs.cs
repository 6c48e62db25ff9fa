namespace Alai.Cli.Verbs;

/// <summary><c>alai task</c>: file, read and steer tasks.</summary>
internal static class TaskVerbs
{
    public static Verb Build(CliWorld world)
    {
        var group = new Verb("task", "File, read and steer tasks.");
        Verb[] verbs =
        [
            AddVerb.Build(world), EditVerb.Build(world), ListVerb.Build(world), .. TaskReadingVerbs.Build(world),
            TaskLogVerb.Build(world), .. TaskResultVerbs.Build(world), .. TaskSteeringVerbs.Build(world),
        ];
        foreach (var verb in verbs)
            group.Add(verb);
        return group;
    }
}
