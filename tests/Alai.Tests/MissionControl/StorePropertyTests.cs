using Alai.MissionControl;
using Alai.Tasks;
using CsCheck;

namespace Alai.Tests.MissionControl;

/// <summary>Random commands against a small model: whatever is asked in whatever order, the invariants hold.</summary>
public sealed class StorePropertyTests
{
    private const string Anna = "human:anna";

    private static readonly Gen<(int Verb, int Pick, int Extra)> Command = Gen.Select(Gen.Int[0, 17], Gen.Int[0, 50], Gen.Int[0, 50]);

    [Fact]
    public void Random_commands_keep_every_invariant() =>
        Command.Array[5, 60].Sample(commands => Play(commands).GetAwaiter().GetResult(), iter: 40, threads: 1);

    private static async Task Play((int Verb, int Pick, int Extra)[] commands)
    {
        using var home = new StoreHome();
        var model = new StoreModel(home);
        foreach (var (verb, pick, extra) in commands)
        {
            await model.Do(verb, pick, extra);
            model.Check();
        }

        Assert.True((await home.Reopen().VerifyChainAsync(CancellationToken.None)).IsSound);
        Assert.Null(home.Store.Alarm);
        model.Check();
    }

    /// <summary>What must be true, remembered outside the store.</summary>
    private sealed class StoreModel(StoreHome home)
    {
        private readonly List<TaskId> _roots = [];
        private readonly List<RunKey> _live = [];
        private readonly List<RunKey> _gone = [];
        private readonly HashSet<RunId> _accepted = [];
        private readonly Dictionary<TaskId, TaskState> _before = [];

        public async Task Do(int verb, int pick, int extra)
        {
            var store = home.Store;
            var root = _roots.Count == 0 ? new TaskId(999) : _roots[pick % _roots.Count];
            switch (verb)
            {
                case 0 or 1 or 2:
                    await File(pick, extra);
                    break;
                case 3 or 4 or 5:
                    await Claim(pick);
                    break;
                case 6 or 7:
                    await Apply(pick, extra);
                    break;
                case 8:
                    await Late(pick);
                    break;
                case 9:
                    await store.SettleDeadAsync("boot:1:1:w" + (pick % 3), CancellationToken.None);
                    Forget(key => key.Owner == "boot:1:1:w" + (pick % 3));
                    break;
                case 10:
                    home.Clock.Advance(TimeSpan.FromMinutes(extra));
                    break;
                case 11:
                    home.Reopen();
                    break;
                default:
                    await Person(verb, root, extra);
                    break;
            }
        }

        public void Check()
        {
            var all = home.Store.List(new TaskFilter { RootsOnly = false, Limit = 500 }).Tasks;
            Assert.Equal(_roots.Count, all.Count(task => task.IsRoot));
            var running = all.Where(task => task.State == TaskState.Running).Select(task => task.Id).Order(Comparer<TaskId>.Create((a, b) => a.Value.CompareTo(b.Value)));
            Assert.Equal(running, _live.Select(key => key.Task).OrderBy(id => id.Value));
            foreach (var task in all)
            {
                Assert.Equal(task.State == TaskState.Held, task.Hold is not null);
                Assert.False(task is { State: TaskState.Running, Sensitivity: >= 2, Approval: null });
                Assert.False(task.IsRoot && task.State == TaskState.Running);
                if (_before.TryGetValue(task.Id, out var before) && before != task.State)
                    Assert.True(Reachable(before, task.State), $"{task.Id} went from {before} to {task.State}");
                _before[task.Id] = task.State;
            }

            foreach (var ready in home.Store.Ready(home.Clock.GetUtcNow(), null, 500))
            {
                Assert.Empty(home.Store.Unmet(ready.Lineage.Root));
                Assert.Equal(TaskState.Open, all.Single(task => task.Id == ready.Lineage.Root).State);
                Assert.Null(ready.Assignee);
            }
        }

        // One command may make several moves (reopen, then hold what is sensitive): at most two of the table in a row.
        private static bool Reachable(TaskState from, TaskState to) =>
            TaskStateTable.Allows(from, to, true)
            || TaskStateTable.Next(from).Any(between => TaskStateTable.Allows(between, to, true));

        private async Task File(int pick, int extra)
        {
            var after = _roots.Count > 0 && extra % 3 == 0 ? new[] { _roots[pick % _roots.Count] } : [];
            var sensitive = extra % 5 == 0;
            var answer = await home.Store.FileAsync(
                Sample.Root($"Task {_roots.Count}") with
                {
                    After = after,
                    Priority = (Priority)(extra % 4),
                    Sensitivity = sensitive ? 2 : 0,
                    Hold = sensitive ? new Hold(HoldCode.SafetyRule, "rail") : null,
                },
                CancellationToken.None);
            if (answer.Task is { } task)
                _roots.Add(task.Id);
            else
                Assert.Contains("is cancelled", answer.Refusal, StringComparison.Ordinal);
        }

        private async Task Claim(int pick)
        {
            var stages = home.Store.List(new TaskFilter { RootsOnly = false, Limit = 500 }).Tasks.Where(task => !task.IsRoot).ToList();
            if (stages.Count == 0)
                return;
            var stage = stages[pick % stages.Count];
            var wasReady = home.Store.Ready(home.Clock.GetUtcNow(), null, 500).Any(task => task.Id == stage.Id);
            var answer = await home.Store.ClaimAsync(Sample.Claim(stage, "boot:1:1:w" + (pick % 3)), CancellationToken.None);
            Assert.Equal(wasReady, answer.Key is not null);
            if (answer.Key is { } key)
                _live.Add(key);
        }

        private async Task Apply(int pick, int extra)
        {
            if (_live.Count == 0)
                return;
            var key = _live[pick % _live.Count];
            var transition = (extra % 4) switch
            {
                0 => Sample.Verified(key) with { Root = new TaskMove { To = TaskState.Done, Outcome = "done" } },
                1 => Sample.Failed(key, RunOutcome.VerifyFailed, new TaskMove { To = TaskState.Open }),
                2 => Sample.Failed(key, RunOutcome.Auth, new TaskMove { To = TaskState.Held, Hold = new Hold(HoldCode.Config, "key") }),
                _ => Sample.Verified(key) with { Root = new TaskMove { To = TaskState.Held, Hold = new Hold(HoldCode.NeedsApproval, "land?") } },
            };
            var answer = await home.Store.ApplyAsync(transition, CancellationToken.None);
            Assert.False(answer.IsStale);
            Assert.True(_accepted.Add(key.Run));
            Forget(live => live.Run == key.Run);
        }

        private async Task Late(int pick)
        {
            if (_gone.Count == 0)
                return;
            var key = _gone[pick % _gone.Count];
            var before = home.Store.Find(key.Task)!.Version;
            Assert.True((await home.Store.ApplyAsync(Sample.Verified(key), CancellationToken.None)).IsStale);
            Assert.NotEqual(PulseAnswer.Continue, await home.Store.PulseAsync(key, new RunPulse("agent", ""), CancellationToken.None));
            Assert.Equal(before, home.Store.Find(key.Task)!.Version);
        }

        private async Task Person(int verb, TaskId root, int extra)
        {
            PersonChange change = (verb, extra % 4) switch
            {
                (12, 0) => new CancelTask(root, Anna, "no"),
                (12, 1) => new ReopenTask(root, Anna, "again"),
                (12, _) => new FinishByPerson(root, Anna, "did it", extra % 2 == 0),
                (13, 0 or 1) => new PauseTask(root, Anna, "wait"),
                (13, _) => new BlockTask(root, Anna, "keys"),
                (14, _) => new ResumeTask(root, Anna),
                (15, 0 or 1) => new RetryTask(root, Anna, extra % 2 == 0 ? null : 3),
                (15, _) => new EditTask(root, Anna, null, new TaskEdit { Body = $"body {extra}", Sensitivity = extra == 7 ? 2 : 0 }),
                (16, 0 or 1) => new ApproveHold(root, Anna, "tree1", "yes"),
                (16, 2) => new RejectHold(root, Anna, "no"),
                (_, 0) => new StartByPerson(root, Anna),
                (_, 1) => new AssignToPerson(root, Anna, null),
                _ => new AnswerQuestion(root, Anna, "blue"),
            };
            var sequence = home.Store.LastSequence();
            var answer = await home.Store.ChangeAsync(change, CancellationToken.None);
            if (answer.Refusal is not null)
                Assert.Equal(sequence, home.Store.LastSequence());
            var held = home.Store.OpenRuns().Select(run => run.Key.Run).ToHashSet();
            Forget(key => !held.Contains(key.Run));
        }

        private void Forget(Func<RunKey, bool> which)
        {
            _gone.AddRange(_live.Where(which));
            _live.RemoveAll(key => which(key));
        }
    }
}
