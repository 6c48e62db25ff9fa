using System.Diagnostics;
using System.Globalization;
using Alai.Bench;
using Alai.MissionControl;
using Alai.Storage;

namespace Alai.Torture;

/// <summary>
/// Kills, freezes and misdates real worker processes on one store at random moments, ends one at every point of its work, fills the
/// disk, cuts the log at every frame and turns bytes of it; then compares what was acknowledged with what is there.
/// </summary>
internal sealed class TortureBench : IBench
{
    /// <summary>The words that make this program the worker, or the one that dies at a point.</summary>
    public const string WorkerWord = "--works-until-killed";
    public const string PointWord = "--dies-at-point";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public string Name => "torture";

    public string About => "kill -9, frozen and misdated workers, every crash point, a full disk, damaged logs: nothing lost, nothing twice";

    /// <summary>The lives of those that will not end well.</summary>
    public static bool TryLive(string[] args)
    {
        if (args is [WorkerWord, { } home, { } shift])
            TortureWorker.Work(home, new ShiftedTime(TimeSpan.FromHours(double.Parse(shift, CultureInfo.InvariantCulture))));
        else if (args is [PointWord, { } place, { } point])
            CrashPoints.Die(place, int.Parse(point, CultureInfo.InvariantCulture));
        else
            return false;
        return true;
    }

    public async Task RunAsync(BenchRun run, CancellationToken cancellationToken)
    {
        var seed = Seed(run);
        var random = new Random(seed);
        var tally = new Tally();
        await KillsAsync(run, random, tally, cancellationToken);
        await PointsAsync(run, tally, cancellationToken);
        Damage(run, random, tally);
        await FullDiskAsync(run, tally, cancellationToken);
        run.Sheet.Add(new Figure("kill -9 of a working store process", tally.Kills, "", run.Quick ? null : 1_000, AtMost: false));
        run.Sheet.Add(new Figure("acknowledged writes looked up afterwards", tally.Acknowledged, ""));
        run.Sheet.Add(new Figure("crash points, each tried by a death", tally.Points, ""));
        run.Sheet.Add(new Figure("damaged logs opened", tally.Damaged, ""));
        run.Sheet.Add(new Figure("lost", tally.Lost, "", 0));
        run.Sheet.Add(new Figure("twice", tally.Twice, "", 0));
        run.Sheet.Add(new Figure("broken chains", tally.Breaks, "", 0));
        run.Sheet.Add(new Figure("losses not noticed", tally.Missed, "", 0));
        run.Sheet.Note($"seed {seed}: run again with --seed={seed}");
        foreach (var (key, value) in new (string, object)[] { ("kills", tally.Kills), ("lost", tally.Lost), ("twice", tally.Twice), ("chain_breaks", tally.Breaks), ("silent_losses_missed", tally.Missed), ("seed", seed) })
            run.Sheet.Say(key, value);
    }

    // A quarter is killed while it starts and settles the dead one before it; some are frozen first; some live in another year.
    private static async Task KillsAsync(BenchRun run, Random random, Tally tally, CancellationToken cancellationToken)
    {
        var home = Directory.CreateDirectory(Path.Combine(run.Folder, "killed")).FullName;
        var record = new TortureRecord();
        for (; tally.Kills < (run.Quick ? 25 : 1_000); tally.Kills++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var hours = random.Next(10) == 0 ? random.Next(-48, 48) : 0;
            var killer = new TortureKiller(Start(WorkerWord, home, hours.ToString(CultureInfo.InvariantCulture)), record, Patience);
            var moment = KillMoment.Any(random, 200);
            var frozen = moment.Told >= 0 && random.Next(12) == 0;
            await killer.KillOneAsync(moment, frozen ? process => FreezeAsync(process, home, killer, tally) : null, cancellationToken);
            if (tally.Kills % 100 == 99)
                await Console.Error.WriteLineAsync($"  {tally.Kills + 1} killed, {record.Count} acknowledged");
        }

        tally.Acknowledged = record.Count;
        using var store = SqliteMissionControl.Open(TortureWorker.Options(home));
        foreach (var owner in store.RunOwners())
            await store.SettleDeadAsync(owner, cancellationToken);
        var (lost, twice) = record.Check(store, Path.Combine(home, TortureWorker.FileName));
        tally.Lost += lost;
        tally.Twice += twice;
        tally.Breaks += record.Wrong.Count + (store.Alarm is null ? 0 : 1) + ((await store.VerifyChainAsync(cancellationToken)).IsSound ? 0 : 1);
        foreach (var wrong in record.Wrong)
            run.Sheet.Note(wrong);
    }

    // Whoever is frozen holds its lock: it is not dead, and nobody may take its work.
    private static async Task FreezeAsync(Process process, string home, TortureKiller killer, Tally tally)
    {
        using var stop = Process.Start(new ProcessStartInfo("kill") { ArgumentList = { "-STOP", process.Id.ToString(CultureInfo.InvariantCulture) } })!;
        await stop.WaitForExitAsync();
        if (OwnerLock.IsDead(Path.Combine(home, "owners"), killer.Owner))
            tally.Twice++;
    }

    private static async Task PointsAsync(BenchRun run, Tally tally, CancellationToken cancellationToken)
    {
        var (points, wrong) = await CrashPoints.CopiesAsync(Path.Combine(run.Folder, "copies"));
        var problems = wrong.ToList();
        for (var point = 1; point <= points; point += run.Quick ? 20 : 1)
        {
            var home = Directory.CreateDirectory(Path.Combine(run.Folder, "points", point.ToString(CultureInfo.InvariantCulture))).FullName;
            var (died, broken) = await CrashPoints.DeathAsync(Start(PointWord, home, point.ToString(CultureInfo.InvariantCulture)), home, cancellationToken);
            problems.AddRange(broken.Select(problem => $"death at point {point}: {problem}"));
            tally.Points += died ? 1 : 0;
            Directory.Delete(home, recursive: true);
        }

        tally.Lost += problems.Count(problem => problem.Contains("I1", StringComparison.Ordinal));
        tally.Breaks += problems.Count(problem => problem.Contains("I8", StringComparison.Ordinal));
        tally.Twice += problems.Count(problem => !problem.Contains("I1", StringComparison.Ordinal) && !problem.Contains("I8", StringComparison.Ordinal));
        foreach (var problem in problems.Take(10))
            run.Sheet.Note(problem);
    }

    private static void Damage(BenchRun run, Random random, Tally tally)
    {
        using var damage = WalDamage.In(Path.Combine(run.Folder, "damage"));
        var tries = damage.Frames.Select(WalDamage.Cut).ToList();
        for (var i = 0; i < (run.Quick ? 50 : 600); i++)
            tries.Add(WalDamage.Flip(random.NextInt64(damage.Wal), random.Next(8)));
        foreach (var hurt in tries)
        {
            var (lost, noticed) = damage.Try(hurt);
            tally.Missed += lost && !noticed ? 1 : 0;
            tally.Damaged++;
        }
    }

    private static async Task FullDiskAsync(BenchRun run, Tally tally, CancellationToken cancellationToken)
    {
        var (lost, note) = await FullDisk.TryAsync(Path.Combine(run.Folder, "full"), cancellationToken);
        tally.Lost += lost;
        run.Sheet.Note(note);
    }

    private static ProcessStartInfo Start(params string[] words)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var word in words)
            start.ArgumentList.Add(word);
        return start;
    }

    private static int Seed(BenchRun run)
    {
        var words = run.Words.ToList();
        var word = words.FirstOrDefault(word => word.StartsWith("--seed=", StringComparison.Ordinal))?[7..]
            ?? (words.IndexOf("--seed") is >= 0 and var at && at + 1 < words.Count ? words[at + 1] : null);
        return int.TryParse(word, CultureInfo.InvariantCulture, out var seed) ? seed : Random.Shared.Next();
    }

    private sealed class Tally
    {
        public int Kills { get; set; }

        public int Acknowledged { get; set; }

        public int Points { get; set; }

        public int Damaged { get; set; }

        public int Lost { get; set; }

        public int Twice { get; set; }

        public int Breaks { get; set; }

        public int Missed { get; set; }
    }

    private sealed class ShiftedTime(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
