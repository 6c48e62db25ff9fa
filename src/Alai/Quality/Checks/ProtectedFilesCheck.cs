using Alai.Tasks;

namespace Alai.Quality.Checks;

/// <summary>Files that steer set-up, verification, delivery or agents: a change to them waits for a person.</summary>
internal sealed class ProtectedFilesCheck : PureCheck
{
    public override string Name => "protected_files";

    public override CheckFinding Look(GateInput input)
    {
        var commands = input.Verification?.Commands ?? [];
        var hits = input.Change.Files
            .Select(file => (file, why: Why(file, input, [.. commands.Select(command => command.Text), .. input.Verification?.OtherCommands ?? []])))
            .Where(hit => hit.why.Length > 0)
            .Select(hit => $"{hit.file.Path} ({hit.why})")
            .ToList();
        return hits.Count == 0
            ? CheckFinding.Pass(Name, "no file of set-up, verification, delivery or agents was touched")
            : CheckFinding.Ask(Name, "changes files that a person must approve: " + Places(hits, 10));
    }

    /// <summary>Whether a change to this file must be approved before set-up may run again.</summary>
    public static bool ChangesDependencies(ChangedFile file) => FileRoles.Of(file.Path) is FileRole.Manifest or FileRole.LockFile;

    private static string Why(ChangedFile file, GateInput input, IEnumerable<string> commands) => FileRoles.Of(file.Path) switch
    {
        FileRole.Manifest => "dependencies",
        FileRole.LockFile => "pinned dependencies",
        FileRole.Delivery => "CI or deployment",
        FileRole.AgentSettings => "settings of git or of agents",
        FileRole.TestDefinition => "how tests run",
        _ when Own(file, input) => "protected by the product",
        _ => commands.Any(command => CommandWords.Run(command, file.Path)) ? "run by set-up, verification or deployment" : "",
    };

    private static bool Own(ChangedFile file, GateInput input) =>
        PathGlob.MatchesAny(input.ProtectedPaths, PathLimits.Below(input.Verification?.Root ?? "", file.Path) ?? file.Path);
}
