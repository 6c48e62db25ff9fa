using Alai.Minions;
using CsCheck;

namespace Alai.Tests.Minions;

public sealed class LoopDetectorTests
{
    [Fact]
    public void Any_period_up_to_four_is_found_whatever_came_before()
    {
        var cases = Gen.Select(Gen.Int[1, 4], Gen.Int[0, 20]);
        cases.Sample((period, before) =>
        {
            var detector = new LoopDetector();
            for (var index = 0; index < before; index++)
                detector.Observe(new LoopStep($"new {index}", $"result {index}", false, true));
            return Enumerable.Range(0, period * 3).Select(index => detector.Observe(new LoopStep($"call {index % period}", "same", false, false))).ToList()[^1].Length > 0;
        }, iter: 200);
    }

    [Fact]
    public void Work_that_always_brings_something_new_is_no_loop()
    {
        Gen.Int[1, 60].Sample(count =>
        {
            var detector = new LoopDetector();
            return Enumerable.Range(0, count).All(index => detector.Observe(new LoopStep($"read f{index}", $"text {index}", false, false, $"read f{index}", $"step {index}")).Length == 0);
        }, iter: 60);
    }

    [Fact]
    public void Waiting_for_a_changing_output_is_no_loop_and_times_do_not_count_as_change()
    {
        var waiting = new LoopDetector();
        Assert.All(Enumerable.Range(1, 7), index => Assert.Empty(waiting.Observe(new LoopStep("run status", $"{index} of 9 built", false, false))));
        var stuck = new LoopDetector();
        stuck.Observe(new LoopStep("run tests", "failed in 1.2 s at /tmp/a1", true, false));
        stuck.Observe(new LoopStep("run tests", "failed in 1.3 s at /tmp/b2", true, false));
        Assert.NotEmpty(stuck.Observe(new LoopStep("run tests", "failed in 1.4 s at /tmp/c3", true, false)));
    }

    [Fact]
    public void Tests_that_fail_alike_after_different_changes_are_no_loop_yet()
    {
        var detector = new LoopDetector();
        for (var index = 0; index < 4; index++)
        {
            Assert.Empty(detector.Observe(new LoopStep($"edit {index}", $"edited {index}", false, true)));
            Assert.Empty(detector.Observe(new LoopStep("run tests", "1 failed", true, false)));
        }
    }

    [Fact]
    public void After_a_warning_the_count_starts_again()
    {
        var detector = new LoopDetector();
        var step = new LoopStep("list", "a", false, false);
        Assert.NotEmpty(Enumerable.Range(0, 3).Select(_ => detector.Observe(step)).ToList()[^1]);
        detector.Forgive();
        Assert.Empty(detector.Observe(step));
    }
}
