using Alai.Cli.Drawing;
using Alai.Client.Views;

namespace Alai.Cli.Pages;

/// <summary>Small phrases every page uses, and their colours.</summary>
internal static class Words
{
    public static Ink OfState(string state) => state switch
    {
        "running" => Ink.Cyan,
        "held" => Ink.Yellow,
        "done" => Ink.Green,
        "cancelled" => Ink.Dim,
        _ => Ink.Plain,
    };

    public static Ink OfPriority(string priority) => priority switch
    {
        "blocker" => Ink.Red,
        "high" => Ink.Yellow,
        "low" => Ink.Dim,
        _ => Ink.Plain,
    };

    /// <summary>The priority as filed, and what it counts as by now.</summary>
    public static string Urgency(TaskView task) =>
        string.IsNullOrEmpty(task.Counts) || task.Counts == task.Priority ? task.Priority : $"{task.Priority}→{task.Counts}";

    /// <summary>A person without the prefix, a company or run as it is.</summary>
    public static string Who(string? actor) => actor switch
    {
        null or "" => "nobody",
        "daemon" => "the factory",
        _ when actor.StartsWith("human:", StringComparison.Ordinal) => actor["human:".Length..],
        _ when actor.StartsWith("run:", StringComparison.Ordinal) => "run " + actor["run:".Length..],
        _ => actor,
    };

    /// <summary>The state with its reason, as lists show it.</summary>
    public static string State(TaskView task) => task.Hold is { } hold ? $"held: {hold.Code}" : task.State;

    public static string Money(long microUsd) => (microUsd / 1_000_000m).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) + " USD";

    public static string Count(long count, string one, string many) => count == 1 ? "1 " + one : $"{count} {many}";

    public static string Code(string word) => word.Replace('_', ' ');
}
