using Alai.Client;
using Alai.Client.Views;
using Alai.Companies;
using Alai.Host.Wire;
using Alai.MissionControl;
using Alai.Orchestration;
using Alai.Pipeline;
using Alai.Products;
using Alai.Safety;
using Alai.Settings;

namespace Alai.Host.Api;

/// <summary>Checks what the factory needs; every file is read anew, every host is asked now.</summary>
internal static class Doctor
{
    public static async Task<Answer> ExamineAsync(Call call)
    {
        await FleetReading.ProbeAsync(call, anew: true);
        List<DoctorCheckView> checks =
        [
            Home(call), Store(call), .. Care(call), .. Alarms(call), Folding(), Files("settings (alai.yaml)", SettingsProblems(call)), Files("pipeline", PipelineProblems(call)), Rules(call), Companies(call), Products(call),
            await GitAsync(call), await SandboxAsync(call), .. Hosts(call), Tiers(call),
        ];
        return Told(checks);
    }

    public static async Task<Answer> ExamineProductAsync(Call call)
    {
        call.Factory.Configuration.Run();
        var name = call.Route("name");
        if (call.Factory.Products.Find(name) is not { } product)
            return Answer.Missing(call.Factory.Products.Unknown(name), "See 'alai product list'.");
        var findings = await call.Factory.Exam.ExamineAsync(product, call.Stop);
        return Told([.. findings.Select(Of)]);
    }

    private static Answer Told(List<DoctorCheckView> checks) => Answer.Of(
        new DoctorView { Healthy = checks.TrueForAll(check => check.Verdict != "failed"), Checks = checks }, WireJson.Default.DoctorView);

    private static DoctorCheckView Of(ExamFinding finding) =>
        new() { Name = finding.Name, Verdict = finding.Verdict, Seen = finding.Seen, Fix = finding.Fix };

    private static DoctorCheckView Home(Call call) => Ok(
        "home",
        $"{call.Daemon.Home}, socket {HomeSocket.PathFor(call.Daemon.Home)}, {(call.Daemon.Mode == "up" ? $"daemon pid {Environment.ProcessId}" : "no daemon running")}");

    private static DoctorCheckView Store(Call call) => Ok(
        "mission control",
        $"opened with {SqliteMissionControl.Engine}, event chain at {call.Factory.Reader.LastSequence()}, {call.Factory.Reader.OpenRuns().Count} runs under way");

    private static IEnumerable<DoctorCheckView> Care(Call call)
    {
        var state = CareState.Read(call.Factory.Parts.Home);
        yield return state switch
        {
            { CheckedAt: null } => new DoctorCheckView { Name = "store check", Verdict = "ok", Seen = "not checked in whole yet; the daemon does it each night" },
            { Problem.Length: > 0 } => new DoctorCheckView { Name = "store check", Verdict = "failed", Seen = $"{state.CheckedAt:yyyy-MM-dd HH:mm} UTC: {state.Problem}", Fix = "Look with `alai db check`; restore with `alai db restore`, or accept what is there with `alai db check --accept`." },
            _ => Ok("store check", $"sound at {state.CheckedAt:yyyy-MM-dd HH:mm} UTC, {state.Links} events followed"),
        };
        var newest = call.Factory.Backup.All() is [var first, ..] ? first : null;
        yield return newest is null
            ? new DoctorCheckView { Name = "backups", Verdict = call.Factory.Reader.LastSequence() == 0 ? "ok" : "warning", Seen = "none yet", Fix = "The daemon makes one each hour; at once: alai db backup" }
            : Ok("backups", $"newest {newest.At:yyyy-MM-dd HH:mm} UTC, up to event {newest.Sequence}: {newest.File}");
    }

    private static IEnumerable<DoctorCheckView> Alarms(Call call)
    {
        yield return call.Factory.Parts.Disk.Shortage() is { } shortage
            ? new DoctorCheckView { Name = "disk", Verdict = "failed", Seen = shortage + "; nothing new starts", Fix = "Make room on that disk, or lower the marks; work starts again by itself." }
            : Ok("disk", "more is free than disk.reserve_mb and disk.reserve_percent ask for");
        foreach (var alarm in call.Factory.Parts.Care.All.Where(alarm => !alarm.StartsWith(Caretaker.Unsound, StringComparison.Ordinal)))
            yield return new DoctorCheckView { Name = "care", Verdict = "failed", Seen = alarm, Fix = "It is tried again by itself; what it needs is said above." };
    }

    // Opening the factory refused to go on without it; said here so that a person can see it was looked at.
    private static DoctorCheckView Folding() => Ok("unicode (ICU)", "folds letters of every script, so the safety rules cannot be evaded by spelling");

    private static IReadOnlyList<string> SettingsProblems(Call call)
    {
        var file = Path.Combine(call.Daemon.Home, SettingsFile.Name);
        return [.. SettingsFile.Load(file).Problems.Select(problem => problem.ToString())];
    }

    private static IReadOnlyList<string> PipelineProblems(Call call)
    {
        var file = Path.Combine(call.Daemon.Home, "pipeline.yaml");
        return File.Exists(file) ? [.. PipelinePlan.Load(File.ReadAllText(file), file).Problems.Select(problem => problem.ToString())] : [];
    }

    private static DoctorCheckView Rules(Call call)
    {
        var file = Path.Combine(call.Daemon.Home, call.Factory.Settings.Safety.Rules);
        return Files("safety rules", [.. SafetyRuleFile.Load(file).Problems.Select(problem => problem.ToString())]);
    }

    private static DoctorCheckView Companies(Call call)
    {
        var load = CompanyLoader.Load([Path.Combine(call.Daemon.Home, "companies")]);
        return Files($"companies ({load.Catalogue.Companies.Count})", [.. load.Problems.Select(problem => problem.ToString())]);
    }

    private static DoctorCheckView Products(Call call)
    {
        var load = ProductLoader.Load(Path.Combine(call.Daemon.Home, "products"));
        var unproved = load.Catalogue.Products.Where(product => product.Verify.Count == 0).Select(product => product.Name).ToList();
        var check = Files($"products ({load.Catalogue.Products.Count})", [.. load.Problems.Select(problem => problem.ToString())]);
        return check.Verdict == "ok" && unproved.Count > 0
            ? check with { Verdict = "warning", Seen = "no verify command: " + string.Join(", ", unproved), Fix = "Add 'verify:' to the product's file; without it no result is accepted by itself." }
            : check;
    }

    private static async Task<DoctorCheckView> GitAsync(Call call)
    {
        var (version, problem) = await call.Factory.Repositories.GitAsync(call.Stop);
        return problem is null ? Ok("git", version) : new DoctorCheckView { Name = "git", Verdict = "failed", Seen = problem.Text, Fix = problem.Fix };
    }

    private static async Task<DoctorCheckView> SandboxAsync(Call call)
    {
        var report = await call.Factory.Sandboxes.TestAgainAsync(call.Stop);
        var lines = report.Checks.Select(check =>
            $"{(check.Passed ? "ok    " : "FAILED")} {(check.IsForbidden ? "must fail" : "must work")}: {check.Name}" + (check.Passed ? "" : $"; expected {check.Expected}, seen {check.Seen}"));
        var needed = call.Factory.Settings.Safety.Sandbox;
        var enough = report.Level >= Enum.Parse<Sandbox.SandboxLevel>(needed);
        return new DoctorCheckView
        {
            Name = "sandbox",
            Verdict = enough ? "ok" : "warning",
            Seen = string.Join('\n', lines.Prepend($"level {report.Level} ({report.Backend}), needed {needed}; {report.Checks.Count} things were attempted inside it")),
            Fix = report.Fix,
        };
    }

    private static IEnumerable<DoctorCheckView> Hosts(Call call) => FleetWire.Of(call.Factory.Parts.Fleet, call.Daemon.Home).Hosts.Select(host => host.Up
        ? Ok($"host {host.Name}", $"{host.Url}, {host.Engine} {host.Version}, {(host.Models.Count == 0 ? "no model" : string.Join(", ", host.Models.Select(model => model.Name)))}")
        : new DoctorCheckView { Name = $"host {host.Name}", Verdict = "warning", Seen = host.Reason });

    private static DoctorCheckView Tiers(Call call)
    {
        var fleet = FleetWire.Of(call.Factory.Parts.Fleet, call.Daemon.Home);
        var lines = fleet.Tiers.Select(tier => $"tier {tier.Tier}: " + (tier.Problem.Length > 0 ? tier.Problem : tier.Model.Length > 0 ? tier.Model : "a person"));
        return new DoctorCheckView
        {
            Name = "models",
            Verdict = fleet.CanWork && fleet.Fixes.Count == 0 ? "ok" : "warning",
            Seen = string.Join('\n', lines.Prepend(fleet.CanWork ? fleet.Derived ? "tiers derived from what is served" : "tiers as configured" : "no model can work now")),
            Fix = string.Join('\n', fleet.Fixes),
        };
    }

    private static DoctorCheckView Files(string name, IReadOnlyList<string> problems) => problems.Count == 0
        ? Ok(name, "in order")
        : new DoctorCheckView { Name = name, Verdict = "failed", Seen = string.Join(Environment.NewLine, problems), Fix = "Mend the lines named; until then the last good version is used." };

    private static DoctorCheckView Ok(string name, string seen) => new() { Name = name, Verdict = "ok", Seen = seen };
}
