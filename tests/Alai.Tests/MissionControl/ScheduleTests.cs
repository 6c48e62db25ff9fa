using System.Globalization;
using Alai.MissionControl;
using Alai.Storage;
using Alai.Tasks;
using Microsoft.Data.Sqlite;

namespace Alai.Tests.MissionControl;

/// <summary>
/// A hundred thousand random orders of claims, signs of life, results, deaths, people's verbs, crashes and clock moves, each played
/// on the real statements in memory and on a model of one task beside it.
/// </summary>
public sealed class ScheduleTests(ITestOutputHelper output)
{
    private const int Schedules = 100_000;

    [Fact]
    public async Task Every_schedule_keeps_the_store_and_the_model_alike()
    {
        var seed = Random.Shared.Next();
        var threads = Math.Max(1, Environment.ProcessorCount);
        var played = await Task.WhenAll(Enumerable.Range(0, threads).Select(part => Task.Run(() => Play(seed, part, threads))));
        output.WriteLine($"{Schedules} schedules, {played.Sum()} commands, seed {seed}");
        Assert.True(played.Sum() > Schedules * 3);
    }

    private static int Play(int seed, int part, int parts)
    {
        using var bench = new MemoryStore();
        var commands = 0;
        for (var number = part; number < Schedules; number += parts)
        {
            var random = new Random(seed ^ (number * 31));
            var model = new Model(bench);
            bench.Begin();
            var told = new List<string>();
            try
            {
                for (var left = random.Next(2, 7); left > 0; left--, commands++)
                    told.Add(model.Do(random));
            }
            catch (Exception problem)
            {
                throw new InvalidOperationException($"schedule {number} of seed {seed}: {string.Join(", ", told)}, then: {problem.Message}", problem);
            }

            bench.End();
        }

        return commands;
    }

    /// <summary>The real schema and the real statements, without a file and without the writer's thread.</summary>
    private sealed class MemoryStore : IDisposable
    {
        private readonly EventLog _events = new();
        private readonly MissionControlOptions _options = new() { Path = "memory" };
        private (long Sequence, byte[] Hash)? _head;

        public MemoryStore()
        {
            Sql = new SqlSession(new SqliteConnection("Data Source=:memory:;Pooling=False"));
            Sql.Connection.Open();
            Migrations.Apply(Sql, new DatabaseOptions { Path = "memory", MigrationPrefix = "Alai.MissionControl.Schema." });
            Sql.Run("BEGIN");
            Root = TaskFiling.File(Write(Start), Sample.Root()).Task!.Id;
            Stage = new TaskId(Root.Value + 1);
        }

        public static DateTimeOffset Start { get; } = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

        public SqlSession Sql { get; }

        public TaskId Root { get; }

        public TaskId Stage { get; }

        public StoreWrite Write(DateTimeOffset now) => new(Sql, _events, new FreshRoots(null), _options, now);

        public void Begin()
        {
            _head = _events.Head;
            Sql.Run("SAVEPOINT schedule");
        }

        public void End()
        {
            Sql.Run("ROLLBACK TO schedule");
            Sql.Run("RELEASE schedule");
            _events.GoBack(_head);
        }

        /// <summary>What a crash in the middle of a transaction does: all of it is as before.</summary>
        public void Undone(Action work)
        {
            var head = _events.Head;
            Sql.Run("SAVEPOINT crash");
            work();
            Sql.Run("ROLLBACK TO crash");
            Sql.Run("RELEASE crash");
            _events.GoBack(head);
        }

        public void Dispose() => Sql.Dispose();
    }

    private sealed record Standing(TaskState Stage, TaskState Root, long Fence, long RootVersion, long StageVersion, bool Taken, long Verified, long OpenRuns);

    /// <summary>What must be true of one root with one stage.</summary>
    private sealed class Model(MemoryStore store)
    {
        private static readonly string RouteText = StoreJson.Write(Sample.Route);

        private readonly List<RunKey> _gone = [];
        private DateTimeOffset _now = MemoryStore.Start;
        private DateTimeOffset _runAt = MemoryStore.Start;
        private TaskState _stage = TaskState.Open;
        private TaskState _root = TaskState.Open;
        private long _seen = 1;
        private int _lost;
        private bool _taken;
        private bool _halted;
        private RunKey? _live;

        public string Do(Random random)
        {
            var verb = random.Next(14);
            var said = verb switch
            {
                0 or 1 => Claim(Look().StageVersion),
                2 => Claim(_seen),
                3 => Pulse(random),
                4 => Apply(Sample.Verified(Key(random)) with { Root = random.Next(2) == 0 ? new TaskMove { To = TaskState.Done } : null }),
                5 => Apply(Sample.Failed(Key(random), RunOutcome.VerifyFailed, new TaskMove { To = TaskState.Open, RunAt = _now.AddSeconds(random.Next(30)) })),
                6 => Apply(Sample.Failed(Key(random), RunOutcome.Auth, new TaskMove { To = TaskState.Held, Hold = new Hold(HoldCode.Config, "no key") })),
                7 => GiveBack(random),
                8 => Die(),
                9 => Person(random),
                10 => Person(random),
                11 => Crash(random),
                12 => Clock(random),
                _ => Halt(),
            };
            _seen = random.Next(3) == 0 ? Look().StageVersion : _seen;
            Compare();
            return said;
        }

        private RunKey Key(Random random) => _live is { } live && (_gone.Count == 0 || random.Next(4) > 0)
            ? live
            : _gone.Count > 0 ? _gone[random.Next(_gone.Count)] : new RunKey(store.Stage, new RunId(99), 99, Sample.Owner);

        private string Claim(long version)
        {
            var may = _stage == TaskState.Open && _root == TaskState.Open && !_taken && !_halted && _now >= _runAt && version == Look().StageVersion;
            var answer = TaskClaims.Take(store.Write(_now), new ClaimRequest(store.Stage, version, Sample.Owner, Sample.Route), RouteText);
            Expect(may == (answer.Key is not null), $"claim was {(may ? "refused" : "granted")}: {answer.Refusal}");
            Expect(may || answer.Refusal is { Length: > 0 }, "a refusal without words");
            if (answer.Key is { } key)
                (_live, _stage) = (key, TaskState.Running);
            return "claim";
        }

        private string Pulse(Random random)
        {
            var key = Key(random);
            var answer = RunRows.Pulse(store.Write(_now), key, new RunPulse("agent", ""));
            Expect((answer == PulseAnswer.Continue) == (key == _live), $"pulse of {key.Run} was answered {answer}");
            return "pulse";
        }

        private string Apply(Transition transition)
        {
            var lives = transition.Key == _live;
            var answer = RunSettlement.Apply(store.Write(_now), transition, RunWords.Of(transition, new MissionControlOptions { Path = "memory" }));
            Expect(answer.IsStale != lives, $"the result of {transition.Key.Run} was {(answer.IsStale ? "discarded" : "accepted")}");
            if (lives)
            {
                End();
                (_stage, _lost, _runAt) = (transition.Move.To, 0, transition.Move.RunAt ?? _runAt);
                _root = transition.Root?.To ?? _root;
            }

            return "apply " + transition.Outcome;
        }

        private string GiveBack(Random random)
        {
            var key = Key(random);
            var lives = key == _live;
            Expect(RunSettlement.GiveBack(store.Write(_now), key, new GiveBack("no slot")) == lives, $"giving {key.Run} back");
            if (lives)
            {
                End();
                _stage = TaskState.Open;
            }

            return "give back";
        }

        private string Die()
        {
            var settled = RunSettlement.SettleDead(store.Write(_now), Sample.Owner);
            Expect(settled.Count == (_live is null ? 0 : 1), $"{settled.Count} runs of the dead were settled");
            if (_live is null)
                return "die idle";
            End();
            var holds = _lost + 1 >= OutcomeTable.HoldsAfter(RunOutcome.LostWorker);
            (_stage, _runAt) = holds ? (TaskState.Held, _runAt) : (TaskState.Open, _now + TimeSpan.FromSeconds(10 * Math.Pow(2, _lost)));
            _lost++;
            return "die";
        }

        // People's verbs are many: what each must bring about is checked, and the rest is taken over from the store.
        private string Person(Random random)
        {
            PersonChange change = random.Next(7) switch
            {
                0 => new PauseTask(store.Root, "human:anna", "later"),
                1 => new ResumeTask(store.Root, "human:anna"),
                2 => new CancelTask(store.Root, "human:anna", "no"),
                3 => new ReopenTask(store.Root, "human:anna", "again"),
                4 => new StartByPerson(store.Root, "human:anna"),
                5 => new AssignToPerson(store.Root, "human:anna", null),
                _ => new EditTask(store.Root, "human:anna", null, new TaskEdit { Body = "other words" }),
            };
            var before = Look();
            var answer = PersonChanges.Make(store.Write(_now), change);
            var after = Look();
            if (answer.Refusal is not null)
            {
                Expect(before == after, $"{change.GetType().Name} was refused and changed something");
                return change.GetType().Name + " refused";
            }

            if (change is PauseTask or CancelTask or StartByPerson or AssignToPerson && _live is not null)
                Expect(after.Fence > before.Fence && after.OpenRuns == 0, $"{change.GetType().Name} left the run alive");
            Expect(change is not PauseTask || after.Root == TaskState.Held, "pause did not hold");
            Expect(change is not CancelTask || after is { Root: TaskState.Cancelled, Stage: not (TaskState.Open or TaskState.Running or TaskState.Held) }, "cancel left something open");
            Expect(change is not StartByPerson || after.Taken, "start did not take it");
            if (after.OpenRuns == 0)
                End();
            Take(after);
            return change.GetType().Name;
        }

        private string Crash(Random random)
        {
            var (live, stage, root, runAt, lost, taken, halted, gone) = (_live, _stage, _root, _runAt, _lost, _taken, _halted, _gone.Count);
            var before = Look();
            store.Undone(() => Do(new Random(random.Next())));
            (_live, _stage, _root, _runAt, _lost, _taken, _halted) = (live, stage, root, runAt, lost, taken, halted);
            _gone.RemoveRange(gone, _gone.Count - gone);
            Expect(before == Look(), "a transaction that was not committed left something");
            return "crash";
        }

        private string Clock(Random random)
        {
            _now += TimeSpan.FromSeconds(random.Next(5) == 0 ? random.Next(-90_000, 90_000) : random.Next(0, 40));
            return "clock";
        }

        private string Halt()
        {
            _halted = !_halted;
            FactoryRows.SetHalt(store.Write(_now), _halted, "human:anna", "look");
            return "halt";
        }

        private void End()
        {
            if (_live is { } key)
                _gone.Add(key);
            _live = null;
        }

        private void Take(Standing standing)
        {
            (_stage, _root, _taken) = (standing.Stage, standing.Root, standing.Taken);
            (_lost, _runAt) = store.Sql.Row(
                "SELECT transients, run_at FROM task WHERE id=$1", row => (row.GetInt32(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1))), store.Stage.Value);
        }

        private void Compare()
        {
            var now = Look();
            Expect((now.Stage, now.Root, now.Taken) == (_stage, _root, _taken), $"the store has {now}, the model {_stage}, {_root}, taken {_taken}");
            Expect(now.OpenRuns == (_live is null ? 0 : 1), $"{now.OpenRuns} runs are open");
            Expect((now.Stage == TaskState.Running) == (_live is not null), "running without a run");
            Expect(now.Verified <= 1, "completed twice");
        }

        private Standing Look() => store.Sql.Row(
            """
            SELECT s.state, r.state, s.fence, r.version, s.version, r.assignee IS NOT NULL,
              (SELECT count(*) FROM run WHERE task_id=s.id AND outcome='verified'), (SELECT count(*) FROM run WHERE task_id=s.id AND ended_at IS NULL)
            FROM task s JOIN task r ON r.id=s.root_id WHERE s.id=$1
            """,
            row => new Standing(
                SnakeWord<TaskState>.Parse(row.GetString(0)), SnakeWord<TaskState>.Parse(row.GetString(1)), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4),
                row.GetBoolean(5), row.GetInt64(6), row.GetInt64(7)),
            store.Stage.Value)!;

        private static void Expect(bool holds, string otherwise)
        {
            if (!holds)
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{otherwise}"));
        }
    }
}
