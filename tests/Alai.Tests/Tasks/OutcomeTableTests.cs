using Alai.Tasks;

namespace Alai.Tests.Tasks;

public sealed class OutcomeTableTests
{
    [Fact]
    public void Every_outcome_has_a_class()
    {
        foreach (var outcome in Enum.GetValues<RunOutcome>())
            Assert.True(Enum.IsDefined(OutcomeTable.ClassOf(outcome)));
    }

    [Theory]
    [InlineData(RunOutcome.NoChange)]
    [InlineData(RunOutcome.Loop)]
    [InlineData(RunOutcome.Format)]
    [InlineData(RunOutcome.Refused)]
    public void What_a_retry_would_repeat_escalates_at_once(RunOutcome outcome)
    {
        Assert.True(OutcomeTable.EscalatesAtOnce(outcome));
        Assert.Equal(OutcomeClass.Work, OutcomeTable.ClassOf(outcome));
    }

    [Fact]
    public void Crashes_hold_a_task_sooner_than_a_missing_model()
    {
        Assert.Equal(3, OutcomeTable.HoldsAfter(RunOutcome.Crashed));
        Assert.Equal(10, OutcomeTable.HoldsAfter(RunOutcome.ModelUnavailable));
    }

    [Fact]
    public void Words_of_outcomes_come_back_as_the_same_outcome()
    {
        foreach (var outcome in Enum.GetValues<RunOutcome>())
            Assert.Equal(outcome, SnakeWord<RunOutcome>.Parse(SnakeWord<RunOutcome>.Of(outcome)));
        Assert.Contains("verify_failed", SnakeWord<RunOutcome>.All);
        Assert.Throws<FormatException>(() => SnakeWord<RunOutcome>.Parse("almost"));
    }
}
