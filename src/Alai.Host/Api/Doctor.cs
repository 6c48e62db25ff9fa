using Alai.Client;
using Alai.Client.Views;
using Alai.Companies;
using Alai.Products;
using Alai.Safety;
using Alai.Settings;

namespace Alai.Host.Api;

/// <summary>Checks what the factory needs; every file is read anew.</summary>
internal static class Doctor
{
    public static async Task<Answer> ExamineAsync(Call call)
    {
        List<DoctorCheckView> checks =
        [
            Home(call), Store(call), Files("settings (alai.yaml)", SettingsProblems(call)), Rules(call), Companies(call), Products(call),
            await SandboxAsync(call), .. Fleet(call), Git(call),
        ];
        return Answer.Of(
            new DoctorView { Healthy = checks.TrueForAll(check => check.Verdict != "failed"), Checks = checks },
            WireJson.Default.DoctorView);
    }

    private static DoctorCheckView Home(Call call) => Ok(
        "home",
        $"{call.Daemon.Home}, socket {HomeSocket.PathFor(call.Daemon.Home)}, {(call.Daemon.Mode == "up" ? $"daemon pid {Environment.ProcessId}" : "no daemon running")}");

    private static DoctorCheckView Store(Call call) =>
        Ok("mission control", $"opened, event chain at {call.Factory.Reader.LastSequence()}, {call.Factory.Reader.OpenRuns().Count} runs under way");

    private static IReadOnlyList<string> SettingsProblems(Call call)
    {
        var file = Path.Combine(call.Daemon.Home, SettingsFile.Name);
        return [.. SettingsFile.Load(file).Problems.Select(problem => problem.ToString())];
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

    private static async Task<DoctorCheckView> SandboxAsync(Call call)
    {
        var report = await call.Factory.Sandboxes.ReportAsync(call.Stop);
        var failed = report.Checks.Where(check => !check.Passed).Select(check => $"{check.Name}: expected {check.Expected}, seen {check.Seen}").ToList();
        return new DoctorCheckView
        {
            Name = "sandbox",
            Verdict = report.Fix.Length == 0 ? "ok" : "warning",
            Seen = string.Join(Environment.NewLine, [$"level {report.Level} ({report.Backend}), {report.Checks.Count} attempts tried", .. failed]),
            Fix = report.Fix,
        };
    }

    private static IEnumerable<DoctorCheckView> Fleet(Call call)
    {
        var tiers = call.Factory.Parts.Fleet.Tiers;
        var problems = tiers.Problems;
        yield return problems.Count == 0
            ? Ok("models", $"{tiers.Tiers.Count} tiers" + (tiers.Derived ? ", derived from what is served" : ""))
            : new DoctorCheckView { Name = "models", Verdict = "warning", Seen = string.Join(Environment.NewLine, problems), Fix = "Start the model server or mend 'fleet' and 'tiers' in alai.yaml." };
    }

    private static DoctorCheckView Git(Call call)
    {
        var git = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "git.exe" : "git"))
            .FirstOrDefault(File.Exists);
        return git is not null ? Ok("git", git) : new DoctorCheckView { Name = "git", Verdict = "failed", Seen = "not on the PATH", Fix = "Install git 2.30 or newer." };
    }

    private static DoctorCheckView Files(string name, IReadOnlyList<string> problems) => problems.Count == 0
        ? Ok(name, "in order")
        : new DoctorCheckView { Name = name, Verdict = "failed", Seen = string.Join(Environment.NewLine, problems), Fix = "Mend the lines named; until then the last good version is used." };

    private static DoctorCheckView Ok(string name, string seen) => new() { Name = name, Verdict = "ok", Seen = seen };
}
