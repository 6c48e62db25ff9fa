using Alai.Budgets;
using CsCheck;

namespace Alai.Tests.Budgets;

public sealed class BudgetPolicyTests
{
    private static readonly TimeZoneInfo Oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");
    private static readonly BudgetPolicy Policy = new(PriceTable.Shipped, BudgetLimits.OfDollars(10, 2, Oslo));

    [Fact]
    public void A_call_within_both_ceilings_reserves_the_most_it_can_cost()
    {
        var decision = Policy.Decide("sonnet", 100_000, 10_000, new BudgetUse(0, 0));

        Assert.True(decision.Allowed);
        Assert.Equal(300_000 + 150_000, decision.MicroUsd);
    }

    [Theory]
    [InlineData("sonnet", 10_000, 0, 1_900_000, "paid_usd_per_task")]
    [InlineData("sonnet", 10_000, 9_900_000, 0, "paid_usd_per_day")]
    [InlineData("mystery-9", 10_000, 0, 0, "has no price")]
    [InlineData("sonnet", 0, 0, 0, "no limit")]
    public void A_call_that_could_pass_a_ceiling_is_refused_with_the_ceiling_named(string model, long output, long today, long task, string expected)
    {
        var decision = Policy.Decide(model, 1000, output, new BudgetUse(today, task));

        Assert.False(decision.Allowed);
        Assert.Equal(0, decision.MicroUsd);
        Assert.Contains(expected, decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void No_row_of_allowed_calls_ever_passes_a_ceiling() => Gen.Select(Gen.Long[0, 400_000], Gen.Long[1, 60_000]).Array[1, 60].Sample(calls =>
    {
        var spent = 0L;
        foreach (var (input, output) in calls)
        {
            var decision = Policy.Decide("claude-sonnet-4-5", input, output, new BudgetUse(spent, spent));
            spent += decision.MicroUsd;
            Assert.True(!decision.Allowed || Policy.Cost("sonnet", input, output) <= decision.MicroUsd);
        }

        return spent <= 2_000_000;
    });

    [Fact]
    public void A_ceiling_of_nothing_forbids_paid_calls() =>
        Assert.False(new BudgetPolicy(PriceTable.Shipped, BudgetLimits.OfDollars(0, 0, Oslo)).Decide("haiku", 1, 1, new BudgetUse(0, 0)).Allowed);

    [Theory]
    [InlineData("2026-11-23T22:59:00Z", "2026-11-22T23:00:00Z")]
    [InlineData("2026-11-23T23:01:00Z", "2026-11-23T23:00:00Z")]
    [InlineData("2026-10-25T12:00:00Z", "2026-10-24T22:00:00Z")]
    [InlineData("2026-03-29T12:00:00Z", "2026-03-28T23:00:00Z")]
    public void The_day_is_the_owners(string now, string start) =>
        Assert.Equal(DateTimeOffset.Parse(start), Policy.DayStart(DateTimeOffset.Parse(now)));

    [Fact]
    public void A_day_whose_midnight_is_skipped_begins_an_hour_later()
    {
        var santiago = new BudgetPolicy(PriceTable.Shipped, BudgetLimits.OfDollars(1, 1, TimeZoneInfo.FindSystemTimeZoneById("America/Santiago")));

        Assert.Equal(DateTimeOffset.Parse("2026-09-06T04:00:00Z"), santiago.DayStart(DateTimeOffset.Parse("2026-09-06T15:00:00Z")));
    }

    [Fact]
    public void A_broken_price_table_is_no_table()
    {
        var (table, problems) = PriceTable.Parse("prices:\n  - { model: x, input_usd: -1, output: 3 }", "prices.yaml");

        Assert.Null(table);
        Assert.Contains(problems, problem => problem.Text.Contains("unknown key 'output'", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Text.Contains("input_usd", StringComparison.Ordinal));
    }
}
