using Alai.Cli.Drawing;
using Alai.Client;

namespace Alai.Cli;

/// <summary>A problem as a person reads it: what went wrong, what was expected and found, what to do.</summary>
internal static class ProblemText
{
    public static void Write(TextWriter to, Problem problem, Advice? advice = null)
    {
        to.WriteLine("alai: " + CleanText.Block(advice?.Of(problem.Error) ?? problem.Error));
        Part(to, "expected", problem.Expected);
        Part(to, "found", problem.Found);
        Part(to, "try", advice?.Of(problem.Hint) ?? problem.Hint);
    }

    private static void Part(TextWriter to, string label, string text)
    {
        if (text.Length > 0)
            to.WriteLine($"  {label + ":",-9} {CleanText.Block(text)}");
    }
}
