using System.Diagnostics;

namespace Alai.EndToEnd;

/// <summary>Waits for what a factory does in its own time.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    /// <summary>Until something holds; else fails with what was seen last.</summary>
    public static async Task HoldsAsync(Func<Task<bool>> holds, Func<Task<string>> seen)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await holds())
        {
            if (Stopwatch.GetElapsedTime(began) > TheFactory.Patience)
                Assert.Fail("waited in vain; " + await seen());
            await Task.Delay(Between, CancellationToken.None);
        }
    }

    public static Task HoldsAsync(Func<Task<bool>> holds, string what) => HoldsAsync(holds, () => Task.FromResult("expected that " + what));

    public static Task HoldsAsync(Func<bool> holds, Func<string> seen) => HoldsAsync(() => Task.FromResult(holds()), () => Task.FromResult(seen()));

    /// <summary>Until a text has some words in it; else fails with the text seen last.</summary>
    public static async Task SaysAsync(Func<Task<string>> look, string words)
    {
        var seen = "";
        await HoldsAsync(async () => (seen = await look()).Contains(words, StringComparison.Ordinal), () => Task.FromResult($"expected '{words}'; last seen: {seen}"));
    }
}
