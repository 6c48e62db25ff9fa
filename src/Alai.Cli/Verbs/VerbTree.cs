using System.CommandLine;

namespace Alai.Cli.Verbs;

/// <summary>Every verb: one line each.</summary>
internal static class VerbTree
{
    public static RootCommand Build(CliWorld world)
    {
        var root = new RootCommand("A self-hosted AI company factory: file tasks, agents do them, nothing is done unproved.");
        root.Options.Clear();
        foreach (var option in world.Globals.All)
            root.Add(option);
        root.Add(new VersionOption { Description = "Show the version." });
        Verb[] verbs =
        [
            DemoVerb.Build(world), UpVerb.Build(world), DownVerb.Build(world), InitVerb.Build(world), StatusVerb.Build(world), DoctorVerb.Build(world),
            HaltVerbs.Halt(world), HaltVerbs.Resume(world), RunVerb.Build(world), TaskVerbs.Build(world), InboxVerbs.Build(world),
            MinionVerbs.Build(world), FleetVerbs.Build(world), PipelineVerbs.Build(world), HiveVerbs.Build(world), WikiVerbs.Build(world),
            ReportVerbs.Report(world), ReportVerbs.Cost(world), ProductVerbs.Build(world), CompanyVerbs.Build(world), DbVerbs.Build(world), LogsVerb.Build(world),
            EventsVerb.Build(world), ScheduleVerbs.Build(world), UndoVerb.Build(world), CompletionVerbs.Build(world, root), HelpVerb.Build(world, root),
        ];
        foreach (var verb in verbs)
            root.Add(verb);
        return root;
    }
}
