namespace Alai.Fleet;

/// <summary>Which model to pull on a machine of so much memory.</summary>
public static class FleetAdvice
{
    // Weights in GB of the default quantisation, as the Ollama library lists them; smallest first.
    private static readonly (string Model, double Gb)[] Library =
    [
        ("qwen3:1.7b", 1.4), ("qwen3:4b", 2.6), ("qwen3:8b", 5.2), ("qwen3:14b", 9.3),
        ("qwen3-coder:30b", 19), ("gpt-oss:120b", 65),
    ];

    // The rest of the machine, and a window of 16k tokens.
    private const double UsableShare = 0.7;
    private const double WindowGb = 2;

    // Below this a second model costs more in bad answers than it saves.
    private const double SmallestSecondGb = 5;

    /// <summary>The largest model of the library that fits, with a smaller one beside it where both fit.</summary>
    /// <param name="memoryGb">The machine's memory.</param>
    /// <returns>The models to pull, smallest first; never empty.</returns>
    public static IReadOnlyList<string> Models(double memoryGb)
    {
        var usable = (memoryGb * UsableShare) - WindowGb;
        var fitting = Library.Where(entry => entry.Gb <= usable).ToList();
        if (fitting.Count == 0)
            return [Library[0].Model];
        var largest = fitting[^1];
        var second = fitting.LastOrDefault(entry => entry.Gb + largest.Gb + WindowGb <= usable && entry.Gb < largest.Gb / 2 && entry.Gb >= SmallestSecondGb);
        return second.Model is null ? [largest.Model] : [second.Model, largest.Model];
    }

    /// <summary>The commands a person can paste.</summary>
    public static IReadOnlyList<string> Commands(double memoryGb) => [.. Models(memoryGb).Select(model => $"ollama pull {model}")];
}
