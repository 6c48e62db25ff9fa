using System.Globalization;
using Alai.MissionControl;

namespace Alai.Orchestration;

/// <summary>What undo says of a call for many tasks, of which each step was taken back or refused by itself.</summary>
internal static class UndoneWords
{
    private const int Named = 10;

    /// <summary>One answer for all steps: refused when none was taken back.</summary>
    public static ChangeAnswer Of(IReadOnlyList<ChangeAnswer> steps)
    {
        var verb = steps[0].Call!.Split(' ')[0];
        var done = steps.Where(step => step.Task is not null).ToList();
        var refused = steps.Where(step => step.Task is null).Select(step => step.Refusal!).ToList();
        if (done.Count == 0)
            return new ChangeAnswer(null, $"{verb} of {Count(steps.Count)} cannot be taken back: {Some(refused, "; ")}");
        var said = $"{verb} of {Count(done.Count)} was taken back: {Some([.. done.Select(step => step.Task!.Id.ToString()).Reverse()], ", ")}";
        return done[^1] with { Said = refused.Count == 0 ? said : $"{said}. Not taken back, of {refused.Count}: {Some(refused, "; ")}" };
    }

    private static string Count(int count) => count == 1 ? "1 task" : count.ToString(CultureInfo.InvariantCulture) + " tasks";

    private static string Some(List<string> words, string between) =>
        string.Join(between, words.Take(Named)) + (words.Count > Named ? $"{between}and {words.Count - Named} more" : "");
}
