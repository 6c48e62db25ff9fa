namespace Alai.Sandbox;

/// <summary>Turns what was seen inside, without the sandbox and from outside into checks.</summary>
internal sealed class SandboxChecks(IReadOnlyDictionary<string, string> inside, IReadOnlyDictionary<string, string> control)
{
    internal IReadOnlyList<SandboxCheck> Of(SelfTestGround ground, SelfTestGround controlGround, string outlived)
    {
        var canary = inside.GetValueOrDefault("canary", "").Contains(ground.Secret, StringComparison.Ordinal);
        List<SandboxCheck> checks =
        [
            Allowed("read the workspace", "read_workspace"),
            Allowed("write the workspace", "write_workspace", File.Exists(Path.Combine(ground.Workspace, "output"))),
            Allowed("write temporary files", "write_temporary"),
            Allowed("write its home", "write_home"),
            Allowed("run tools", "run_tools"),
            Forbidden("write outside", "write_outside", File.Exists(Path.Combine(ground.Outside, "written"))),
            Forbidden("write through a link", "write_through_link", File.ReadAllText(Path.Combine(ground.Outside, "linked")) != "before"),
            Forbidden("write git metadata", "write_git", File.Exists(Path.Combine(ground.Workspace, ".git", "hooks", "pre-commit"))),
            Forbidden("replace git metadata", "replace_git", !Directory.Exists(Path.Combine(ground.Workspace, ".git"))),
            new("read a secret in the home", true, "refused", canary ? "read" : "refused", !canary),
            Forbidden("connect to this machine", "connect", ground.WasConnected, controlGround.WasConnected),
            Forbidden("see another process", "see_process", false),
            Forbidden("signal another process", "signal_process", !ground.IsVictimAlive, !controlGround.IsVictimAlive),
            new("outlive its parent", true, "ended", outlived, outlived == "ended"),
        ];
        if (control.GetValueOrDefault("run_git") == "done")
            checks.Add(Allowed("run git", "run_git"));
        if (OperatingSystem.IsLinux())
        {
            checks.Add(Forbidden("make a user namespace", "user_namespace", false));
            checks.Add(Exactly("hold capabilities", "capabilities", "0000000000000000"));
            checks.Add(Exactly("see network interfaces", "interfaces", "1"));
        }

        return checks;
    }

    private SandboxCheck Allowed(string name, string word, bool? effect = null)
    {
        var seen = inside.GetValueOrDefault(word, "nothing");
        if (seen == "done" && effect == false)
            seen = "no effect";
        return new SandboxCheck(name, false, "done", seen, seen == "done");
    }

    // Success is what the inside says or what the outside sees: either is a hole.
    private SandboxCheck Forbidden(string name, string word, bool effect, bool controlEffect = false)
    {
        var holds = inside.GetValueOrDefault(word) == "refused" && !effect;
        var seen = holds ? "refused" : effect ? "it had an effect" : inside.GetValueOrDefault(word, "nothing");
        if (holds && control.GetValueOrDefault(word) != "done" && !controlEffect)
            seen = "refused, but also without the sandbox";
        return new SandboxCheck(name, true, "refused", seen, holds);
    }

    private SandboxCheck Exactly(string name, string word, string expected)
    {
        var seen = inside.GetValueOrDefault(word, "nothing");
        return new SandboxCheck(name, true, expected, seen, seen == expected);
    }
}
