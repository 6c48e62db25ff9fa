using Alai.Tasks;
using CsCheck;

namespace Alai.Tests.Tasks;

public sealed class TaskStateTableTests
{
    private static readonly TaskState[] States = Enum.GetValues<TaskState>();

    [Fact]
    public void Every_state_can_be_reached_and_left()
    {
        foreach (var state in States)
        {
            Assert.Contains(TaskStateTable.Moves, move => move.From == state);
            Assert.True(state == TaskState.Open || TaskStateTable.Moves.Any(move => move.To == state));
        }
    }

    [Fact]
    public void Only_a_person_brings_back_what_has_ended()
    {
        foreach (var ended in new[] { TaskState.Done, TaskState.Cancelled })
        {
            foreach (var to in States)
                Assert.False(TaskStateTable.Allows(ended, to, byPerson: false));
            Assert.True(TaskStateTable.Allows(ended, TaskState.Open, byPerson: true));
        }
    }

    [Fact]
    public void Only_a_person_cancels() =>
        Assert.All(TaskStateTable.Moves.Where(move => move.To == TaskState.Cancelled), move => Assert.True(move.PersonOnly));

    [Fact]
    public void A_held_task_never_starts_running_by_itself() =>
        Assert.False(TaskStateTable.Allows(TaskState.Held, TaskState.Running, byPerson: true));

    [Fact]
    public void No_walk_of_legal_moves_leaves_the_five_states_or_repeats_one_in_place() =>
        Gen.Int[0, 1000].Array[1, 50].Sample(steps =>
        {
            var state = TaskState.Open;
            foreach (var step in steps)
            {
                var next = TaskStateTable.Next(state);
                Assert.DoesNotContain(state, next);
                state = next[step % next.Count];
                Assert.Contains(state, States);
            }
        });
}
