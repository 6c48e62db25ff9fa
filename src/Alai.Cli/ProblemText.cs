using Alai.Cli.Drawing;
using Alai.Client;

namespace Alai.Cli;

/// <summary>A problem as a person reads it: what went wrong, what was expected and found, what to do.</summary>
internal static class ProblemText
{
    public static void Write(TextWriter to, Problem problem)
    {
        to.WriteLine("alai: " + CleanText.Block(problem.Error));
        Part(to, "expected", problem.Expected);
        Part(to, "found", problem.Found);
        Part(to, "try", problem.Hint);
    }

    private static void Part(TextWriter to, string label, string text)
    {
        if (text.Length > 0)
            to.WriteLine($"  {label + ":",-9} {CleanText.Block(text)}");
    }
}
